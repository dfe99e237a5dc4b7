import { describe, expect, test } from '@jest/globals';
import { AccessDeniedError, AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/text/json';
import type { Permission } from '@cutover/domain/identity/role';
import type { World } from '../world.ts';
import { checkRequirements } from './check.ts';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const ROLE = 'arn:aws:iam::123456789012:role/execution';
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf';
const TRUST = {
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

interface Account {
  /** By `repository@digest` or `repository:tag`, with its platforms; a repository is there when one of its images is. */
  readonly images?: Readonly<Record<string, readonly string[]>>;
  readonly groups?: readonly string[];
  readonly roles?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, object>>;
  /** Actions that the execution role's policies refuse. */
  readonly refused?: readonly string[];
  readonly byBoundary?: boolean;
  /** Prefixes of pull-through cache rules. */
  readonly caches?: readonly string[];
  /** Thrown by every call of a service. */
  readonly failing?: Readonly<Record<string, Error>>;
}

const questions: Permission[] = [];

function aws(account: Account): World['aws'] {
  const {
    byBoundary = false,
    failing = {},
    groups = [],
    images = {},
    refused = [],
    roles = {},
    secrets = {},
  } = account;
  const open = (service: string): void => {
    if (failing[service] !== undefined) throw failing[service];
  };
  const edge = {
    in: () => edge,
    find: async ({ name }: { name: string }, selector: { tag?: string; digest?: string }) => {
      open('images');
      if (!Object.keys(images).some((one) => one.startsWith(`${name}@`) || one.startsWith(`${name}:`)))
        throw new AwsCallError({
          action: 'ecr:BatchGetImage',
          code: 'RepositoryNotFoundException',
          what: 'no',
          fix: '',
        });
      const key = selector.tag === undefined ? `${name}@${selector.digest}` : `${name}:${selector.tag}`;
      return images[key] === undefined ? undefined : { key };
    },
    hasRepositories: async () => {
      open('repositories');
      return Object.keys(images).length > 0;
    },
    cachePrefixes: async () => {
      open('caches');
      return account.caches ?? [];
    },
    platforms: async (_: unknown, { key }: { key: string }) => images[key],
  };
  return {
    region: 'us-east-1',
    partition: 'aws',
    identity: { caller: async () => ({ account: '123456789012', arn: '' }) },
    images: edge,
    logGroups: {
      exists: async (name: string) => {
        open('logs');
        return groups.includes(name);
      },
    },
    roles: {
      describe: async (role: string) => {
        open('roles');
        // IAM knows a role by its name.
        const name = role.split('/').at(-1);
        const arn = Object.keys(roles).find((one) => one.split('/').at(-1) === name);
        return arn === undefined ? undefined : { name, arn, trust: roles[arn] };
      },
      refusals: async (_: string, permissions: readonly Permission[]) => {
        open('rights');
        questions.push(...permissions);
        return permissions.flatMap(({ actions, resources }) =>
          actions
            .filter((action) => refused.includes(action))
            .flatMap((action) =>
              resources.map((resource) => ({ action, resource, explicit: false, byBoundary, depends: [] })),
            ),
        );
      },
    },
    secrets: {
      look: async (values: readonly string[]) => {
        open('secrets');
        return values.map((valueFrom) => ({
          reference: {
            valueFrom,
            kind: valueFrom.includes(':secretsmanager:') ? 'secret' : 'parameter',
            names: [valueFrom],
            account: /:(\d{12}):/.exec(valueFrom)?.[1],
          },
          state: 'missing',
          ...secrets[valueFrom],
        }));
      },
    },
  } as unknown as World['aws'];
}

const task = (container: JsonObject, more: JsonObject = {}): JsonObject => ({
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  executionRoleArn: ROLE,
  containerDefinitions: [{ name: 'app', image: 'nginx:1', ...container }],
  ...more,
});

const logging = (options: JsonObject): JsonObject => ({
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'x', ...options },
  },
});

const RIGHT = { roles: { [ROLE]: TRUST } };

/** Everything that is not ok, as `failed: cause -> fix`. */
async function found(definition: JsonObject, account: Account): Promise<string> {
  const requirements = await checkRequirements(definition, aws({ ...RIGHT, ...account }));
  return requirements
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ what, fix, item, verdict }) => `${verdict}: ${item}: ${what} -> ${fix}`)
    .join('\n');
}

const denied = (action: string): Error =>
  new AccessDeniedError(action, { what: `${action} was refused`, fix: `Grant ${action}.` });

describe('images', () => {
  const app = { image: `${REGISTRY}/shop@${DIGEST}` };
  test.each<[string, JsonObject, Account, RegExp]>([
    ['for the platform', task(app), { images: { [`shop@${DIGEST}`]: ['linux/amd64'] } }, /^$/],
    [
      'among several platforms',
      task(app, { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
      { images: { [`shop@${DIGEST}`]: ['linux/amd64', 'linux/arm64'] } },
      /^$/,
    ],
    [
      'for another platform',
      task(app, { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
      { images: { [`shop@${DIGEST}`]: ['linux/amd64'] } },
      /^failed: image of container app: .* is built for linux\/amd64, and the task runs on linux\/arm64 -> Build it with platforms: linux\/arm64, or set runtimePlatform.cpuArchitecture to X86_64/,
    ],
    [
      'for another system',
      task(app, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
      { images: { [`shop@${DIGEST}`]: ['linux/amd64'] } },
      /the task runs on windows\/amd64 -> Build it with platforms: windows\/amd64\.$/,
    ],
    [
      'whose platform the instances decide',
      task(app, { requiresCompatibilities: ['EC2'] }),
      { images: { [`shop@${DIGEST}`]: ['linux/s390x'] } },
      /^$/,
    ],
    ['missing', task(app), { images: { 'shop:v1': [] } }, /^failed: .*repository shop has no image sha256:/],
    [
      'in a missing repository',
      task(app),
      {},
      /ECR has no repository shop in us-east-1, account 123456789012/,
    ],
    [
      'by the tag latest',
      task({ image: `${REGISTRY}/shop` }),
      { images: { 'shop:v1': [] } },
      /no image latest/,
    ],
    ['of another registry', task({ image: 'nginx:1' }), {}, /^unknown: .*lies in no registry of ECR.* -> $/],
    [
      'that may not be looked at',
      task(app),
      { failing: { images: denied('ecr:BatchGetImage') } },
      /^unknown: image of container app: it could not be looked at, as ecr:BatchGetImage was refused -> Grant ecr:BatchGetImage\.$/,
    ],
  ])('%s', async (_, definition, account, expected) => {
    const text = await found(definition, account);
    expect(text).toMatch(expected);
  });

  test('a value that AWS calls impossible is wrong, not unseen', async () => {
    const failing = {
      images: new AwsCallError({
        action: 'ecr:BatchGetImage',
        code: 'InvalidParameterException',
        what: 'Member must satisfy regular expression',
        fix: 'Running the job again is safe.',
      }),
    };
    const text = await found(task(app), { failing });
    expect(text).toMatch(/^failed: .*AWS has no such value: .*regular expression/);
    expect(text).not.toContain('again is safe');
  });

  test('credentials that are missing end everything', async () => {
    const failing = { images: new ConfigurationError({ what: 'expired', fix: 'Log in.' }) };
    await expect(found(task(app), { failing })).rejects.toThrow('expired');
  });
});

describe('log groups', () => {
  test.each<[string, JsonObject, Account, RegExp]>([
    ['that are there', logging({ 'awslogs-group': '/a' }), { groups: ['/a'] }, /^unknown: image/],
    [
      'that are not',
      logging({ 'awslogs-group': '/a' }),
      { groups: ['/ab'] },
      /failed: .*no log group \/a in/,
    ],
    [
      'that the driver makes',
      logging({ 'awslogs-group': '/a', 'awslogs-create-group': 'true' }),
      {},
      /^unknown: image[^\n]*$/,
    ],
    [
      'that the driver may not make',
      logging({ 'awslogs-group': '/a', 'awslogs-create-group': 'true' }),
      { refused: ['logs:CreateLogGroup'] },
      /failed: .*not allowed to make the log group of container app.*"logs:CreateLogGroup".*log-group:\/a:\*"/,
    ],
    [
      'that may not be listed',
      logging({ 'awslogs-group': '/a' }),
      { failing: { logs: denied('logs:DescribeLogGroups') } },
      /unknown: log group of container app: .*Grant logs:DescribeLogGroups/,
    ],
  ])('%s', async (_, container, account, expected) => {
    expect(await found(task(container), account)).toMatch(expected);
  });
});

describe('secrets and rights', () => {
  const uses = (valueFrom: string): JsonObject => task({ secrets: [{ name: 'API', valueFrom }] });
  test.each<[string, JsonObject, Account, RegExp]>([
    ['that are there', uses(SECRET), { secrets: { [SECRET]: { state: 'found' } } }, /^unknown: image[^\n]*$/],
    ['that are not', uses(SECRET), {}, /failed: .*Secrets Manager has no arn:/],
    [
      'that are being deleted',
      uses(SECRET),
      { secrets: { [SECRET]: { state: 'deleted' } } },
      /about to be deleted/,
    ],
    [
      'of another account',
      uses(SECRET.replace('123456789012', '210987654321')),
      {},
      /unknown: .*belongs to account/,
    ],
    ['parameters that are not there', uses('/a/b'), {}, /failed: .*has no parameter \/a\/b/],
    ['what may be the secret itself', uses('correct-horse'), {}, /of the name that was given \(not shown\)/],
    [
      'that the role may not read',
      uses(SECRET),
      { secrets: { [SECRET]: { state: 'found' } }, refused: ['secretsmanager:GetSecretValue'] },
      /failed: .*execution role execution is not allowed to read the secret API of container app \(secretsmanager:GetSecretValue\) -> Add to the policy of execution: \{"Effect":"Allow"/,
    ],
    [
      'that the boundary forbids',
      uses(SECRET),
      {
        secrets: { [SECRET]: { state: 'found' } },
        refused: ['secretsmanager:GetSecretValue'],
        byBoundary: true,
      },
      /failed: .*its permissions boundary does not allow it -> Add to the boundary of execution/,
    ],
    [
      'whose key a policy of the key may allow',
      uses(SECRET),
      { secrets: { [SECRET]: { state: 'found', kmsKey: 'k-1' } }, refused: ['kms:Decrypt'] },
      /unknown: .*not allowed to decrypt the secret API.* by its own policies -> Unless a policy of the resource allows it/,
    ],
    [
      'that may not be looked at',
      uses(SECRET),
      { secrets: { [SECRET]: { state: 'refused', refusal: denied('secretsmanager:DescribeSecret') } } },
      /unknown: .*Grant secretsmanager:DescribeSecret/,
    ],
    [
      'with rights that may not be looked at',
      uses(SECRET),
      {
        secrets: { [SECRET]: { state: 'found' } },
        failing: { rights: denied('iam:SimulatePrincipalPolicy') },
      },
      /unknown: right to read the secret API.*Grant iam:SimulatePrincipalPolicy/,
    ],
  ])('%s', async (_, definition, account, expected) => {
    const text = await found(definition, account);
    expect(text).toMatch(expected);
    expect(text).not.toContain('correct-horse');
  });

  test('a role is asked for the whole ARN of a secret whose six last characters were left out', async () => {
    questions.length = 0;
    const short = SECRET.slice(0, -7);
    await found(uses(short), { secrets: { [short]: { state: 'found', arn: SECRET } } });
    expect(questions).toEqual([{ actions: ['secretsmanager:GetSecretValue'], resources: [SECRET] }]);
  });

  test('a parameter of another account is not taken for one of the same name here', async () => {
    const there = 'arn:aws:ssm:us-east-1:210987654321:parameter/shop/token';
    expect(await found(uses(there), { secrets: { [there]: { state: 'found' } } })).toMatch(
      /unknown: .*belongs to account 210987654321, so it was not looked for/,
    );
  });

  test('a role is asked once for what it does many times', async () => {
    questions.length = 0;
    const secrets = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`${SECRET}${n}`, { state: 'found' }]),
    );
    await found(
      task({ secrets: Object.keys(secrets).map((valueFrom, n) => ({ name: `S${n}`, valueFrom })) }),
      { secrets },
    );
    expect(questions).toEqual([
      { actions: ['secretsmanager:GetSecretValue'], resources: Object.keys(secrets) },
    ]);
  });
});

describe('roles', () => {
  test.each<[string, JsonObject, Account, RegExp]>([
    ['that are not there', task({}), { roles: {} }, /failed: execution role: IAM has no role arn:/],
    [
      'that trust nobody',
      task({}),
      { roles: { [ROLE]: { Statement: [] } } },
      /failed: .*does not trust ecs-tasks\.amazonaws\.com.* -> Add to its trust policy: \{"Effect":"Allow"/,
    ],
    [
      'of the task',
      task({}, { taskRoleArn: 'arn:aws:iam::123456789012:role/gone' }),
      {},
      /failed: task role: IAM has no role/,
    ],
    ...(
      [
        ['account', 'arn:aws:iam::210987654321:role/execution', {}],
        ['account', 'arn:aws:iam::210987654321:role/execution', { roles: {} }],
        [
          'account',
          'arn:aws:iam::210987654321:role/execution',
          { failing: { roles: denied('iam:GetRole') } },
        ],
        ['partition', 'arn:aws-cn:iam::123456789012:role/execution', {}],
      ] as const
    ).map(([part, role, account]): [string, JsonObject, Account, RegExp] => [
      `of another ${part}: ${role} ${JSON.stringify(Object.keys(account))}`,
      task({}, { executionRoleArn: role }),
      account,
      new RegExp(`failed: execution role: the execution role ${role} is of ${part} .* its own account only`),
    ]),
    [
      'of another path',
      task({}, { executionRoleArn: 'arn:aws:iam::123456789012:role/team/execution' }),
      {},
      /failed: execution role: .*role\/team\/execution is not the role of that name, which is arn:.*:role\/execution ->/,
    ],
    [
      'of the task, of another account',
      task({}, { taskRoleArn: 'arn:aws:iam::210987654321:role/execution' }),
      {},
      /failed: task role: the task role .* is of account 210987654321/,
    ],
    [
      'that may not be looked at',
      task({}),
      { failing: { roles: denied('iam:GetRole') } },
      /unknown: execution role: it could not be looked at, as iam:GetRole was refused -> Grant iam:GetRole\./,
    ],
  ])('%s', async (_, definition, account, expected) => {
    expect(await found(definition, account)).toMatch(expected);
  });
});

test('the container and port that the load balancer sends traffic to', async () => {
  const verdict = async (container: JsonObject): Promise<string> => {
    const [one] = await checkRequirements(task(container), aws(RIGHT), {
      served: [{ containerName: 'app', containerPort: 8080 }],
      placeOf: (path) => ({ file: path.join('.') }),
    });
    return `${one?.verdict} ${one?.place?.file}: ${one?.what}`;
  };
  expect(await verdict({ portMappings: [{ containerPort: 8080 }] })).toMatch(/^ok/);
  expect(await verdict({ portMappings: [{ containerPort: 80 }] })).toMatch(
    /^failed containerDefinitions\.0\.portMappings: .* only the ports 80$/,
  );
  expect(await verdict({ name: 'web' })).toMatch(/^failed containerDefinitions: .* container app, which/);
});
