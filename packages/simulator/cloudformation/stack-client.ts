import {
  CloudFormationClient,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  CreateStackCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';

const DEADLINE_MS = 40_000;
const POLL_MS = 10;

/** Asks until there is an answer. @throws Error naming what did not come about within 40 seconds */
export async function until<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline;) {
    const found = await probe();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${what} did not come about`);
}

/** A client of one stack that follows each operation to its end. */
export class StackClient {
  readonly client: CloudFormationClient;
  /** The stack that the methods are about; a test may move on to another. */
  name: string;

  constructor(endpoint: string, name: string) {
    this.name = name;
    this.client = new CloudFormationClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  }

  async describe(id = this.name): Promise<Stack | undefined> {
    return (await this.client.send(new DescribeStacksCommand({ StackName: id }))).Stacks?.[0];
  }

  /** The stack once nothing runs on it any more. */
  async settled(id = this.name): Promise<Stack> {
    return await until(`the end of the operation on ${id}`, async () => {
      const stack = await this.describe(id);
      return stack?.StackStatus?.endsWith('_IN_PROGRESS') === true ? undefined : stack;
    });
  }

  /** Newest first. */
  async events(id = this.name): Promise<StackEvent[]> {
    return (await this.client.send(new DescribeStackEventsCommand({ StackName: id }))).StackEvents ?? [];
  }

  /** `Logical STATUS`, oldest first. */
  async history(id = this.name): Promise<string[]> {
    return (await this.events(id))
      .map(({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId ?? ''} ${ResourceStatus ?? ''}`)
      .toReversed();
  }

  /** The newest event with that status. */
  async eventOf(status: string): Promise<StackEvent | undefined> {
    return (await this.events()).find(({ ResourceStatus }) => ResourceStatus === status);
  }

  async create(TemplateBody: string, rest: object = {}): Promise<Stack> {
    await this.client.send(new CreateStackCommand({ StackName: this.name, TemplateBody, ...rest }));
    return await this.settled();
  }

  async update(TemplateBody: string, rest: object = {}): Promise<Stack> {
    await this.client.send(new UpdateStackCommand({ StackName: this.name, TemplateBody, ...rest }));
    return await this.settled();
  }

  /** Makes the change set `change` and waits until it is complete or failed. */
  async changeSet(
    TemplateBody: string,
    rest: Partial<CreateChangeSetCommandInput> = {},
  ): Promise<DescribeChangeSetCommandOutput> {
    const ids = { StackName: this.name, ChangeSetName: rest.ChangeSetName ?? 'change' };
    await this.client.send(new CreateChangeSetCommand({ ...ids, TemplateBody, ...rest }));
    return await until('the change set', async () => {
      const found = await this.client.send(new DescribeChangeSetCommand(ids));
      return found.Status === 'CREATE_IN_PROGRESS' ? undefined : found;
    });
  }
}

/** A template with one repository, for changes in place. */
export function repositoryTemplate(mutability = 'MUTABLE', extra = ''): string {
  return `
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties: { ImageTagMutability: ${mutability} }
${extra}
Outputs:
  Uri: { Value: !GetAtt Repository.RepositoryUri, Description: Where to push }
`;
}
