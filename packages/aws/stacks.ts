import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { AwsCallError } from '@cutover/domain/errors';
import { call } from './call.ts';
import type { ClientOptions } from './client-options.ts';

/** A CloudFormation stack as it is now. */
export interface StackState {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** CloudFormation stacks. */
export class Stacks {
  readonly #options: ClientOptions;
  #client: CloudFormationClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The stack, or undefined when there is none of this name. */
  async describe(name: string): Promise<StackState | undefined> {
    const { CloudFormationClient, DescribeStacksCommand } = await import('./sdk/cloudformation.ts');
    const client = (this.#client ??= new CloudFormationClient(this.#options));
    try {
      const { Stacks: stacks = [] } = await call('cloudformation:DescribeStacks', () =>
        client.send(new DescribeStacksCommand({ StackName: name })),
      );
      const stack = stacks[0];
      if (stack === undefined) return undefined;
      return {
        id: stack.StackId ?? '',
        name: stack.StackName ?? name,
        status: stack.StackStatus ?? '',
        ...(stack.StackStatusReason === undefined ? {} : { statusReason: stack.StackStatusReason }),
        outputs: Object.fromEntries(
          (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
        ),
        parameters: Object.fromEntries(
          (stack.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
            ParameterKey,
            ParameterValue,
          ]),
        ),
      };
    } catch (error) {
      // CloudFormation has no error shape of its own for a missing stack: it answers ValidationError.
      if (
        error instanceof AwsCallError &&
        error.code === 'ValidationError' &&
        error.message.includes('does not exist')
      )
        return undefined;
      throw error;
    }
  }
}
