/** One statement of a role of the template, as it will be in an account. */
export interface RoleStatement {
  readonly role: string;
  /** Condition of the template under which the statement is there. */
  readonly when: string | undefined;
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operator, key and values of each condition. */
  readonly conditions: readonly (readonly [operator: string, key: string, values: readonly string[]])[];
}

interface Raw {
  readonly role: string;
  readonly when?: string;
  readonly statement: {
    readonly Sid?: string;
    readonly Action: string | readonly string[];
    readonly Resource: unknown;
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

interface Reader {
  readonly readTemplate: () => object;
  readonly roleStatements: (template: object) => readonly Raw[];
}

const { readTemplate, roleStatements } = (await import(
  new URL('../../packages/build/template.mjs', import.meta.url).href
)) as Reader;

const A = 'us-east-1:123456789012';

/** What each reference of the statements stands for in an account. */
const VALUES: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::StackName': 'shop',
  Application: 'shop-Application-1',
  Cluster: 'shop-Cluster-1',
  'Cluster.Arn': `arn:aws:ecs:${A}:cluster/shop-Cluster-1`,
  'CodeDeployRole.Arn': 'arn:aws:iam::123456789012:role/shop-CodeDeployRole-1',
  DatabaseArn: `arn:aws:rds:${A}:db:shop`,
  DatabaseSecret: `arn:aws:secretsmanager:${A}:secret:DatabaseSecret-AbCdEf-GhIjKl`,
  DeploymentGroup: 'shop-DeploymentGroup-1',
  'ExecutionRole.Arn': 'arn:aws:iam::123456789012:role/shop-ExecutionRole-1',
  'LoadBalancer.LoadBalancerFullName': 'app/shop/1',
  'LogGroup.Arn': `arn:aws:logs:${A}:log-group:shop-LogGroup-1:*`,
  'Repository.Arn': `arn:aws:ecr:${A}:repository/shop-repository-1`,
  SecretArns: `arn:aws:secretsmanager:${A}:secret:shop/token-AbCdEf`,
  Service: `arn:aws:ecs:${A}:service/shop-Cluster-1/shop-Service-1`,
  'Service.Name': 'shop-Service-1',
  SsmParameterArns: `arn:aws:ssm:${A}:parameter/shop/token`,
  'TaskRole.Arn': 'arn:aws:iam::123456789012:role/shop-TaskRole-1',
};

function valueOf(name: string): string {
  const value = VALUES[name];
  if (value === undefined) throw new Error(`the template refers to ${name}, which has no sample value`);
  return value;
}

/** A value of the template with its references resolved. */
function resolve(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, argument] = ['', '']] = Object.entries(value as Readonly<Record<string, unknown>>);
  switch (name) {
    case 'Ref':
    case 'Fn::GetAtt':
      return valueOf(String(argument));
    case 'Fn::Sub': {
      const [text, own] = Array.isArray(argument)
        ? (argument as [string, Readonly<Record<string, unknown>>])
        : [String(argument), {}];
      return text.replaceAll(/\$\{([^}]+)\}/g, (_, key: string) =>
        Object.hasOwn(own, key) ? resolve(own[key]) : valueOf(key),
      );
    }
    // The last branch is the one for a database outside the stack.
    case 'Fn::If':
      return resolve((argument as readonly unknown[]).at(-1));
    case 'Fn::Select': {
      const [index, list] = argument as [number, { 'Fn::Split': [string, unknown] }];
      const [separator, from] = list['Fn::Split'];
      return resolve(from).split(separator)[index] ?? '';
    }
    default:
      throw new Error(`the statements use ${name}, which is not resolved here`);
  }
}

/** A parameter that may name either of two kinds stands for both. */
function arnsOf(resource: unknown): readonly string[] {
  const arn = resolve(resource);
  return arn === VALUES['DatabaseArn'] ? [arn, arn.replace(':db:', ':cluster:')] : [arn];
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** The statements of all roles of the template. */
export const STATEMENTS: readonly RoleStatement[] = roleStatements(readTemplate()).map(
  ({ role, when, statement: { Sid = '', Action, Resource, Condition = {} } }) => ({
    role,
    when,
    sid: Sid,
    actions: listOf(Action),
    resources: listOf(Resource).flatMap(arnsOf),
    conditions: Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => [operator, key, listOf(values).map(resolve)] as const),
    ),
  }),
);
