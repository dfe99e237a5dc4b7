import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { conditionalOutputNames, outputNames } from './outputs.ts';
import { fixedParameterNames, parameterNames } from './parameters.ts';

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

/** The template with each short intrinsic (`!Ref x`) in its long form (`{ Ref: x }`). */
const template = parse(text, {
  customTags: (tags) => [
    ...tags,
    ...['Ref', 'Condition', 'Sub', 'GetAtt', 'GetAZs'].flatMap(scalar),
    ...sequences(),
  ],
}) as Template;

function key(name: string): string {
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}
function scalar(name: string) {
  return { tag: `!${name}`, resolve: (value: string) => ({ [key(name)]: value }) };
}
function sequences() {
  return ['If', 'Equals', 'Not', 'And', 'Or', 'Join', 'Select', 'Cidr'].map((name) => ({
    tag: `!${name}`,
    collection: 'seq' as const,
    resolve: (value: { toJSON(): unknown }) => ({ [key(name)]: value.toJSON() }),
  }));
}

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
  test('of the parameters are those of the template', () => {
    expect([...parameterNames]).toEqual(Object.keys(template.Parameters));
  });
  test('of the outputs are those of the template', () => {
    expect([...outputNames]).toEqual(Object.keys(template.Outputs));
  });
  test('of the conditional outputs are those with a condition', () => {
    const conditional = Object.entries(template.Outputs).filter(
      ([, output]) => output.Condition !== undefined,
    );
    expect(conditional.map(([name]) => name)).toEqual([...conditionalOutputNames]);
  });
  test('in the groups of the console are all parameters, each once', () => {
    const groups = template.Metadata['AWS::CloudFormation::Interface'].ParameterGroups;
    const grouped = groups.flatMap((group) => group.Parameters);
    expect(grouped.toSorted()).toEqual([...parameterNames].toSorted());
  });
});

describe('the template', () => {
  test('fits into a request', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(51_200);
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
    expect(named).toEqual(['DeploymentGroup.ApplicationName']);
  });
  test.each(['Repository', 'LogGroup', 'OidcProvider', 'BootstrapTask'])(
    'keeps %s when the stack goes',
    (id) => {
      expect(template.Resources[id]).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    },
  );
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

  test('depends directly on nothing that a user changes', () => {
    const direct = references(properties('Service')).filter((name) => name in template.Parameters);
    expect([...new Set(direct)].toSorted()).toEqual(['ContainerName', 'ContainerPort']);
  });
  test('would be replaced or updated only by a fixed parameter', () => {
    // Values of other resources are handed on by identity (ARN, id): only what replaces them reaches the service.
    const replacing = [...origins('SubnetA')].filter((name) => name in template.Parameters);
    expect([...replacing, 'ContainerName', 'ContainerPort'].toSorted()).toEqual(
      [...fixedParameterNames].toSorted(),
    );
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
  const [policy] = properties('DeployRole')['Policies'] as [{ PolicyDocument: { Statement: Statement[] } }];
  const statements = policy.PolicyDocument.Statement;
  const actions = statements.flatMap((statement) => statement.Action);

  test('names every action in full', () => {
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
  test('lists each action once', () => {
    expect(actions).toHaveLength(new Set(actions).size);
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
  test('trusts both forms of the subject claim, in one GitHub environment', () => {
    const trust = JSON.stringify(properties('DeployRole')['AssumeRolePolicyDocument']);
    expect(trust).toContain('repo:${GitHubOrg}/${GitHubRepo}:environment:${GitHubEnvironment}');
    expect(trust).toContain('repo:${GitHubOrg}@*/${GitHubRepo}@*:environment:${GitHubEnvironment}');
  });
});
