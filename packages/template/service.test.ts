import { expect, test, describe } from '@jest/globals';

interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Template {
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Outputs: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Metadata: {
    readonly 'AWS::CloudFormation::Interface': {
      readonly ParameterGroups: readonly { readonly Parameters: readonly string[] }[];
    };
  };
}

interface Reader {
  readonly readTemplate: (text?: string) => Template;
  readonly textOf: (name: string) => string;
}

const { readTemplate, textOf } = (await import(
  new URL('../build/template.mjs', import.meta.url).href
)) as Reader;
const text = textOf('service');
const template = readTemplate(text);
const main = readTemplate();

const properties = (id: string): Readonly<Record<string, unknown>> =>
  template.Resources[id]?.Properties ?? {};

/** Names that a value refers to. */
function references(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    if (name === 'Ref') return [String(one)];
    if (name === 'Fn::Sub' && typeof one === 'string')
      return [...one.matchAll(/\$\{(\w+)[.}]/g)].map(([, found = '']) => found);
    if (name === 'Fn::If' && Array.isArray(one)) return one.slice(1).flatMap(references);
    return references(one);
  });
}

/** As it was at its first release: a change would be refused in every stack that a version was deployed to. */
const SERVICE = `    Type: AWS::ECS::Service
    DependsOn: BootstrapTask
    Properties:
      Cluster: !Ref ClusterName
      DeploymentController: { Type: ECS }
      DeploymentConfiguration:
        MinimumHealthyPercent: 100
        MaximumPercent: 200
        DeploymentCircuitBreaker: { Enable: true, Rollback: true }
      CapacityProviderStrategy: [{ CapacityProvider: !Ref CapacityProvider, Weight: 1 }]
      TaskDefinition: !Sub '\${AWS::StackName}-bootstrap'
      EnableExecuteCommand: true # the task role's rights decide
      PropagateTags: SERVICE
      NetworkConfiguration:
        AwsvpcConfiguration:
          AssignPublicIp: ENABLED
          Subnets: !Ref SubnetIds
          SecurityGroups:
            - !Ref SecurityGroupId
            - !If [IsPublic, !Ref PublicSecurityGroup, !Ref AWS::NoValue]
      HealthCheckGracePeriodSeconds: !If [IsPublic, 60, !Ref AWS::NoValue]
      LoadBalancers: !If
        - IsPublic
        - - ContainerName: !Ref ContainerName
            ContainerPort: !Ref ContainerPort
            # Named together, the rule and the way to the tasks come first: ECS takes no group that no rule leads to.
            TargetGroupArn: !Select [0, [!Ref TargetGroup, !Ref Rule, !Ref PublicReach]]
        - !Ref AWS::NoValue`;

describe('the template of one more service', () => {
  test('has every parameter in a group of the console, and uses each', () => {
    const names = Object.keys(template.Parameters);
    const { ParameterGroups } = template.Metadata['AWS::CloudFormation::Interface'];
    expect(ParameterGroups.flatMap(({ Parameters }) => Parameters).toSorted()).toEqual(names.toSorted());
    const used = JSON.stringify({ ...template, Parameters: {}, Metadata: {} });
    expect(names.filter((name) => !new RegExp(`"${name}"|\\$\\{${name}\\}`).test(used))).toEqual([]);
  });

  test('finds its surroundings among the outputs of the main template', () => {
    const [surroundings] = template.Metadata['AWS::CloudFormation::Interface'].ParameterGroups;
    expect(surroundings?.Parameters.length).toBeGreaterThan(0);
    for (const name of surroundings?.Parameters ?? []) expect(main.Outputs).toHaveProperty(name);
  });

  test.each(['Repository', 'LogGroup', 'BootstrapTask'])('keeps %s when the stack goes', (id) => {
    expect(template.Resources[id]).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('keeps images as the main template does', () => {
    const of = ({ Resources }: Template): unknown => Resources['Repository']?.Properties;
    expect(of(template)).toEqual(of(main));
  });

  test('starts with the placeholder of the main template', () => {
    const of = ({ Resources }: Template): unknown =>
      Resources['BootstrapTask']?.Properties['ContainerDefinitions'];
    expect(of(template)).toEqual(of(main));
  });
});

describe('its service', () => {
  test('is byte by byte what it was at the first release', () => {
    const [, block = ''] = /^  Service:\n([^]*?)\n\n/m.exec(text) ?? [];
    expect(block).toBe(SERVICE);
  });

  test('depends on no parameter of scaling, rule, health check or logs', () => {
    const direct = references(properties('Service')).filter((name) => name in template.Parameters);
    expect([...new Set(direct)].toSorted()).toEqual([
      'CapacityProvider',
      'ClusterName',
      'ContainerName',
      'ContainerPort',
      'SecurityGroupId',
      'SubnetIds',
    ]);
  });
});

test('a public service is reached from the load balancer alone, on its port', () => {
  expect(properties('PublicSecurityGroup')['SecurityGroupIngress']).toEqual([
    expect.objectContaining({
      FromPort: { Ref: 'ContainerPort' },
      ToPort: { Ref: 'ContainerPort' },
      SourceSecurityGroupId: { Ref: 'LoadBalancerSecurityGroupId' },
    }),
  ]);
});

test('the deploy role gets rights on what this stack made and on the roles of its tasks, and no others', () => {
  const { Statement } = properties('DeployRights')['PolicyDocument'] as {
    readonly Statement: readonly Readonly<Record<string, unknown>>[];
  };
  const statements = Statement.map((one) => {
    const branches = one['Fn::If'];
    return (Array.isArray(branches) ? branches[1] : one) as { Sid: string; Resource: unknown };
  });
  const arn = (rest: string): object => ({
    'Fn::Sub': `arn:\${AWS::Partition}:${rest.replace('@', '${AWS::Region}:${AWS::AccountId}')}`,
  });
  const roles = [{ Ref: 'ExecutionRoleArn' }, { Ref: 'TaskRoleArn' }];
  expect(Object.fromEntries(statements.map(({ Resource, Sid }) => [Sid, Resource]))).toEqual({
    DiscoverStack: arn('cloudformation:@:stack/${AWS::StackName}/*'),
    Service: { Ref: 'Service' },
    Deployments: [{ Ref: 'Service' }, arn('ecs:@:service-deployment/${ClusterName}/${Service.Name}/*')],
    Revisions: [{ Ref: 'Service' }, arn('ecs:@:service-revision/${ClusterName}/${Service.Name}/*')],
    Logs: { 'Fn::GetAtt': 'LogGroup.Arn' },
    PassRoles: roles,
    CheckRoles: roles,
    PushImages: { 'Fn::GetAtt': 'Repository.Arn' },
  });
});
