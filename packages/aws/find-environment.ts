import { environmentFromOutputs, type Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Aws } from './aws.ts';

/** The inputs by which a user names a service: a stack, or a cluster and a service. */
export interface Named {
  readonly stack?: string | undefined;
  readonly cluster?: string | undefined;
  readonly service?: string | undefined;
}

/**
 * Reads the stack's outputs if a stack is named; `cluster` and `service` given beside it win. Without a stack only the
 * names are known, the rest is found from the service by whoever needs it.
 * @throws ConfigurationError when neither is given, the stack does not exist or lacks the outputs
 */
export async function findEnvironment(aws: Aws, named: Named): Promise<Environment> {
  const { stack: name, cluster, service } = named;
  if (name === undefined) {
    if (service === undefined) {
      throw new ConfigurationError({
        message: 'Neither input stack nor input service was given.',
        remedy: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:.',
      });
    }
    return { cluster: cluster ?? 'default', service };
  }
  const stack = await aws.stacks.describe(name);
  if (stack === undefined) {
    throw new ConfigurationError({
      message: `Input stack: there is no stack ${name} in ${aws.region}.`,
      remedy: 'Create it with the deploy-stack action, or correct the name or aws-region.',
    });
  }
  const found = environmentFromOutputs(name, stack.outputs);
  if ('missing' in found) {
    throw new ConfigurationError({
      message: `Input stack: stack ${name} has no output ${found.missing.join(' and no output ')}.`,
      remedy:
        'Create the stack from the bundled template (deploy-stack), add these outputs, or give cluster: and service: instead.',
    });
  }
  return {
    ...found.environment,
    ...(cluster === undefined ? {} : { cluster }),
    ...(service === undefined ? {} : { service }),
  };
}
