import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { STACK_OUTPUTS } from '@cutover/domain/environment';

interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string | readonly string[];
  readonly Properties: Readonly<Record<string, unknown>>;
}
interface Template {
  readonly Metadata: {
    readonly 'AWS::CloudFormation::Interface': {
      readonly ParameterGroups: readonly { Parameters: string[] }[];
    };
  };
  readonly Parameters: Readonly<
    Record<string, { Type: string; Default?: string | number; Description?: string }>
  >;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { Value: unknown; Condition?: string }>>;
}

const text = readFileSync(new URL('template.yml', import.meta.url), 'utf8');

/**
 * Parameters that the service resource is made from. Under the CODE_DEPLOY controller an update of that resource fails
 * or undoes a deployment, so these keep the values with which the stack was created.
 */
const FIXED = ['VpcCidr', 'ContainerName', 'ContainerPort'];

/** The service as every stack has it. */
const SERVICE = `    Type: AWS::ECS::Service
    DependsOn: [ProductionListener, TestListener, BootstrapTask, DefaultRoute, SubnetARoute, SubnetBRoute]
    Properties:
      Cluster: !Ref Cluster
      DeploymentController: { Type: CODE_DEPLOY }
      LaunchType: FARGATE
      TaskDefinition: !Sub '\${AWS::StackName}-bootstrap'
      HealthCheckGracePeriodSeconds: 60
      EnableExecuteCommand: true # parameter EnableExecuteCommand decides by the task role's rights
      PropagateTags: SERVICE
      NetworkConfiguration:
        AwsvpcConfiguration:
          AssignPublicIp: ENABLED
          Subnets: [!Ref SubnetA, !Ref SubnetB]
          SecurityGroups: [!Ref ServiceSecurityGroup]
      LoadBalancers:
        - ContainerName: !Ref ContainerName
          ContainerPort: !Ref ContainerPort
          TargetGroupArn: !Ref BlueTargetGroup`;

interface Reader {
  readonly readTemplate: () => Template;
  readonly roleStatements: (
    from: Template,
  ) => readonly { readonly role: string; readonly statement: object }[];
}

const { readTemplate, roleStatements } = (await import(
  new URL('../build/template.mjs', import.meta.url).href
)) as Reader;
const template = readTemplate();
const parameterNames = Object.keys(template.Parameters);

/** Names that `value` refers to by Ref, GetAtt or Sub. */
function references(value: unknown): string[] {
  const found: string[] = [];
  const source = JSON.stringify(value);
  for (const [, name] of source.matchAll(/"Ref":"([^"]+)"/g)) found.push(String(name));
  for (const [, name] of source.matchAll(/"Fn::GetAtt":"([^".]+)/g)) found.push(String(name));
  for (const [, name] of source.matchAll(/\$\{([A-Za-z:]+)/g)) found.push(String(name));
  return found;
}

function properties(logicalId: string): Readonly<Record<string, unknown>> {
  const resource = template.Resources[logicalId];
  if (resource === undefined) throw new Error(`the template has no resource ${logicalId}`);
  return resource.Properties;
}

describe('the names', () => {
  test('of the outputs are those that the actions read', () => {
    const names = Object.keys(template.Outputs);
    expect(STACK_OUTPUTS.filter((name) => !names.includes(name))).toEqual([]);
  });
  test('of the outputs that may be missing are these', () => {
    const conditional = Object.entries(template.Outputs).filter(
      ([, output]) => output.Condition !== undefined,
    );
    expect(conditional.map(([name]) => name)).toEqual([
      'DeployRoleArn',
      'TestUrl',
      'DatabaseId',
      'DatabaseEndpoint',
      'DatabasePort',
      'DatabaseName',
      'DatabaseSecretArn',
    ]);
  });
  test('in the groups of the console are all parameters, each once', () => {
    const groups = template.Metadata['AWS::CloudFormation::Interface'].ParameterGroups;
    const grouped = groups.flatMap((group) => group.Parameters);
    expect(grouped.toSorted()).toEqual([...parameterNames].toSorted());
  });
});

describe('the template', () => {
  test('fits into a request as JSON', () => {
    const sent = readFileSync(new URL('template.json', import.meta.url), 'utf8');
    expect(Buffer.byteLength(sent)).toBeLessThan(51_200);
    expect(Object.keys((JSON.parse(sent) as Template).Resources)).toEqual(Object.keys(template.Resources));
  });
  test('uses no YAML alias, which CloudFormation refuses', () => {
    expect(text).not.toMatch(/: [&*][A-Za-z]/);
  });
  test('can be created without a single parameter', () => {
    const withoutDefault = Object.entries(template.Parameters).filter(([, it]) => it.Default === undefined);
    expect(withoutDefault).toEqual([]);
  });
  test('describes every parameter', () => {
    for (const [name, parameter] of Object.entries(template.Parameters)) {
      expect([name, parameter.Description]).toEqual([name, expect.stringMatching(/\S{3}/)]);
    }
  });
  test('uses every parameter', () => {
    const { Parameters: _, Metadata: __, ...rest } = template;
    const used = new Set(references(rest));
    expect(parameterNames.filter((name) => !used.has(name))).toEqual([]);
  });
  test('names nothing physically, so that two stacks live side by side', () => {
    const physical =
      /^(Name|.*(Cluster|Service|Role|Repository|Group|LogGroup|Alarm|LoadBalancer|TargetGroup|Application|Policy)Name)$/;
    const named = Object.entries(template.Resources).flatMap(([id, resource]) =>
      Object.keys(resource.Properties)
        .filter((property) => physical.test(property))
        .map((property) => `${id}.${property}`),
    );
    expect(named).toEqual([
      // AWS's own name of S3.
      'S3Endpoint.ServiceName',
      // A policy's name is unique within the scalable target only.
      'CpuScaling.PolicyName',
      'RequestScaling.PolicyName',
      'DeploymentGroup.ApplicationName',
      // References: groups of this stack and of the user.
      'Database.DBParameterGroupName',
      'Database.DBSubnetGroupName',
      'DatabaseCluster.DBClusterParameterGroupName',
      'DatabaseCluster.DBSubnetGroupName',
    ]);
  });
  test.each(['Repository', 'LogGroup', 'OidcProvider', 'BootstrapTask', 'DatabaseSecret'])(
    'keeps %s when the stack goes',
    (id) => {
      expect(template.Resources[id]).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    },
  );
});

describe('the database', () => {
  test.each(['Database', 'DatabaseCluster'])('%s leaves a snapshot when it goes or is replaced', (id) => {
    expect(template.Resources[id]).toMatchObject({
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
    });
  });
  test('is reached from the tasks only, encrypted, without Extended Support', () => {
    expect(properties('DataSecurityGroup')['SecurityGroupIngress']).toEqual([
      {
        'Fn::If': [
          'OwnsDatabase',
          expect.objectContaining({ SourceSecurityGroupId: { Ref: 'ServiceSecurityGroup' } }),
          { Ref: 'AWS::NoValue' },
        ],
      },
    ]);
    for (const id of ['Database', 'DatabaseCluster'])
      expect(properties(id)).toMatchObject({
        StorageEncrypted: { 'Fn::If': ['Restores', { Ref: 'AWS::NoValue' }, true] },
        EngineLifecycleSupport: 'open-source-rds-extended-support-disabled',
      });
    for (const id of ['Database', 'DatabaseWriter', 'DatabaseReader'])
      expect(properties(id)['PubliclyAccessible']).toBe(false);
  });
  test('has a password that no parameter and no output knows', () => {
    expect(properties('Database')['MasterUserPassword']).toEqual({
      'Fn::Sub': '{{resolve:secretsmanager:${DatabaseSecret}:SecretString:password}}',
    });
    expect(JSON.stringify(template.Outputs)).not.toContain('resolve:');
  });
});

describe('the service', () => {
  /** Resources and parameters that the service is made from, also through other resources. */
  function origins(id: string, seen = new Set<string>()): Set<string> {
    const resource = template.Resources[id];
    for (const name of resource === undefined ? [] : references(resource.Properties)) {
      if (!seen.has(name)) origins(name, seen.add(name));
    }
    return seen;
  }

  test('is byte by byte what it was at the first release, as no stack can ever change it', () => {
    const [, block = ''] = /^  Service:\n([^]*?)\n\n/m.exec(text) ?? [];
    expect(block).toBe(SERVICE);
  });
  test('starts with a task role, without which ECS refuses EnableExecuteCommand', () => {
    expect(properties('Service')['EnableExecuteCommand']).toBe(true);
    expect(properties('BootstrapTask')['TaskRoleArn']).toEqual({ 'Fn::GetAtt': 'TaskRole.Arn' });
  });
  test('depends directly on nothing that a user changes', () => {
    const direct = references(properties('Service')).filter((name) => name in template.Parameters);
    expect([...new Set(direct)].toSorted()).toEqual(['ContainerName', 'ContainerPort']);
  });
  test('would be replaced or updated only by a fixed parameter', () => {
    // Values of other resources are handed on by identity (ARN, id): only what replaces them reaches the service.
    const replacing = [...origins('SubnetA')].filter((name) => name in template.Parameters);
    expect([...replacing, 'ContainerName', 'ContainerPort'].toSorted()).toEqual(FIXED.toSorted());
  });
  test('knows other resources by Ref, as an attribute counts as changed when anything of its resource changes', () => {
    expect(JSON.stringify(properties('Service'))).not.toContain('Fn::GetAtt');
    expect(JSON.stringify(properties('ServiceSecurityGroup'))).not.toContain('Fn::GetAtt');
    expect(JSON.stringify(properties('ProductionListener'))).not.toContain('Fn::GetAtt');
  });
  test('has no count, which an update would reset', () => {
    expect(properties('Service')).not.toHaveProperty('DesiredCount');
  });
  test('names the family of the bootstrap definition, not a revision', () => {
    expect(properties('Service')['TaskDefinition']).toEqual(properties('BootstrapTask')['Family']);
  });
  test('leaves the family of the application to the application', () => {
    expect(template.Outputs['AppTaskFamily']?.Value).not.toEqual(properties('BootstrapTask')['Family']);
  });
  test('waits for the listeners and for the way to the internet', () => {
    expect(template.Resources['Service']?.DependsOn).toEqual(
      expect.arrayContaining([
        'ProductionListener',
        'TestListener',
        'DefaultRoute',
        'SubnetARoute',
        'SubnetBRoute',
      ]),
    );
  });
});

describe('the load balancer', () => {
  test('has two equal target groups', () => {
    expect(properties('GreenTargetGroup')).toEqual(properties('BlueTargetGroup'));
  });
  test('registers no target on a port that a parameter could change', () => {
    expect(properties('BlueTargetGroup')['Port']).toBe(80);
  });
  test.each(['ProductionListener', 'TestListener'])('gives %s the weights of the live colour', (id) => {
    expect(properties(id)['DefaultActions']).toEqual([
      {
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: { Ref: 'BlueTargetGroup' }, Weight: { 'Fn::If': ['BlueIsLive', 100, 0] } },
            { TargetGroupArn: { Ref: 'GreenTargetGroup' }, Weight: { 'Fn::If': ['BlueIsLive', 0, 100] } },
          ],
        },
      },
    ]);
  });
  test('alone reaches the tasks', () => {
    expect(properties('ServiceSecurityGroup')['SecurityGroupIngress']).toEqual([
      expect.objectContaining({
        FromPort: { Ref: 'ContainerPort' },
        ToPort: { Ref: 'ContainerPort' },
        SourceSecurityGroupId: { Ref: 'LoadBalancerSecurityGroup' },
      }),
    ]);
  });
});

describe('the auto scaling', () => {
  test('counts the requests of both target groups, as each deployment moves the tasks to the other one', () => {
    const { CustomizedMetricSpecification } = properties('RequestScaling')[
      'TargetTrackingScalingPolicyConfiguration'
    ] as { CustomizedMetricSpecification: { Metrics: readonly Record<string, unknown>[] } };
    const { Metrics } = CustomizedMetricSpecification;
    expect(JSON.stringify(Metrics)).toContain('BlueTargetGroup.TargetGroupFullName');
    expect(JSON.stringify(Metrics)).toContain('GreenTargetGroup.TargetGroupFullName');
    expect(Metrics.at(-1)).toEqual({ Id: 'sum', Expression: 'FILL(blue, 0) + FILL(green, 0)' });
    expect(Metrics.map(({ ReturnData }) => ReturnData)).toEqual([false, false, undefined]);
  });
  test('is no part of the service, whose count no update of the stack may reset', () => {
    expect(template.Resources['ScalableTarget']?.Condition).toBe('Scales');
  });
});

describe('the repository', () => {
  const policy = (
    properties('Repository')['LifecyclePolicy'] as { LifecyclePolicyText: { 'Fn::Sub': string } }
  ).LifecyclePolicyText['Fn::Sub'];
  interface Rule {
    readonly rulePriority: number;
    readonly selection: { readonly tagPatternList?: readonly string[]; readonly countNumber: number };
  }
  const { rules } = JSON.parse(policy.replace(/\$\{KeepImages\}/g, '10')) as { rules: Rule[] };

  test('protects live and previous images by rules that come first and never expire anything', () => {
    expect(
      rules.slice(0, 2).map(({ selection }) => [selection.tagPatternList, selection.countNumber]),
    ).toEqual([
      [['live-*'], 100_000],
      [['previous-*'], 100_000],
    ]);
  });
  test('has rules in rising order', () => {
    expect(rules.map((rule) => rule.rulePriority)).toEqual([1, 2, 3, 4]);
  });
  test('asks no image for two tags at once', () => {
    expect(rules.filter((rule) => (rule.selection.tagPatternList ?? []).length > 1)).toEqual([]);
  });
});

describe('the deploy role', () => {
  interface Statement {
    readonly Sid?: string;
    readonly Action: string | readonly string[];
    readonly Resource: unknown;
    readonly Condition?: unknown;
  }
  const statements = roleStatements(template)
    .filter(({ role }) => role === 'DeployRole')
    .map(({ statement }) => statement as Statement);
  const actions = statements.flatMap((statement) => statement.Action);

  test('names every action in full', () => {
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
  test('lists each action once', () => {
    // Its resources are a list of the user's, which takes no further member.
    const others = statements.filter(({ Sid }) => Sid !== 'CheckDatabaseSecret');
    const once = others.flatMap((statement) => statement.Action);
    expect(once).toHaveLength(new Set(once).size);
  });
  test('can change neither the stack nor roles', () => {
    const foreign = actions.filter(
      (action) =>
        /^(iam|cloudformation):/.test(action) &&
        !/:(Describe|GetRole$|PassRole$|SimulatePrincipalPolicy$)/.test(action),
    );
    expect(foreign).toEqual([]);
  });
  test('passes only the two roles of the tasks, to tasks only', () => {
    const passing = statements.filter((statement) => statement.Action === 'iam:PassRole');
    expect(passing).toEqual([
      expect.objectContaining({
        Resource: [{ 'Fn::GetAtt': 'ExecutionRole.Arn' }, { 'Fn::GetAtt': 'TaskRole.Arn' }],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
    ]);
  });
  test('trusts exact subjects: with ids that form alone, never a wildcard', () => {
    const { Statement } = properties('DeployRole')['AssumeRolePolicyDocument'] as {
      readonly Statement: readonly { readonly Condition: object }[];
    };
    expect(Statement.map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': {
            'Fn::If': [
              'HasClaims',
              { Ref: 'GitHubSubjectClaims' },
              {
                'Fn::If': [
                  'HasIds',
                  {
                    'Fn::Sub':
                      'repo:${GitHubOrg}@${GitHubOrgId}/${GitHubRepo}@${GitHubRepoId}:environment:${GitHubEnvironment}',
                  },
                  { 'Fn::Sub': 'repo:${GitHubOrg}/${GitHubRepo}:environment:${GitHubEnvironment}' },
                ],
              },
            ],
          },
        },
      },
    ]);
  });
});
