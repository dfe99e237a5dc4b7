import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseAppSpecFile } from './appspec-file.ts';
import { appSpecFor, formatAppSpec } from './appspec.ts';
import { revisionOfAppSpec } from './appspec-revision.ts';
import type { TaskSet } from '../task/ecs-service.ts';
import { ConfigurationError } from '../errors.ts';

const REVISION = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const live: TaskSet = {
  id: 'ecs-svc/1',
  arn: 'arn:aws:ecs:us-east-1:123456789012:task-set/shop/web/ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: REVISION.replace(':8', ':7'),
  stable: true,
  desired: 2,
  running: 2,
  pending: 0,
  platformVersion: '1.4.0',
  capacityProviders: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
  network: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' },
  loadBalancers: [],
};
const deploy = { revision: REVISION, containerName: 'app', containerPort: 8080 };

describe('the AppSpec that is sent', () => {
  test('carries network, capacity providers and platform version of the live task set', () => {
    expect(appSpecFor(live, deploy).properties).toEqual({
      TaskDefinition: REVISION,
      LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
      PlatformVersion: '1.4.0',
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: ['subnet-1', 'subnet-2'],
          SecurityGroups: ['sg-1'],
          AssignPublicIp: 'DISABLED',
        },
      },
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1, Base: 0 }],
    });
  });

  test('names nothing that the live task set does not have', () => {
    const { platformVersion: _platform, network: _network, ...bare } = live;
    expect(Object.keys(appSpecFor({ ...bare, capacityProviders: [] }, deploy).properties)).toEqual([
      'TaskDefinition',
      'LoadBalancerInfo',
    ]);
  });

  test('keeps what a file says beside the revision, hooks included', () => {
    const file = parseAppSpecFile(
      [
        'version: 0.0',
        'RESOURCES:',
        '  - Shop:',
        '      TYPE: AWS::ECS::Service',
        '      properties:',
        '        taskdefinition: arn:of:somebody:else',
        '        platformVersion: LATEST',
        '        networkConfiguration:',
        '          awsvpcConfiguration: { subnets: [subnet-9], securityGroups: [], assignPublicIp: ENABLED }',
        'hooks:',
        '  - beforeAllowTraffic: CodeDeployHook_check',
      ].join('\n'),
      'appspec.yaml',
    );
    const spec = appSpecFor(live, deploy, file);
    expect(spec.logicalName).toBe('Shop');
    expect(spec.properties).toMatchObject({
      TaskDefinition: REVISION,
      PlatformVersion: 'LATEST',
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: ['subnet-9'], SecurityGroups: [], AssignPublicIp: 'ENABLED' },
      },
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1, Base: 0 }],
    });
    expect(spec.hooks).toEqual([{ BeforeAllowTraffic: 'CodeDeployHook_check' }]);
  });

  test('is JSON with the only version that CodeDeploy knows', () => {
    const text = formatAppSpec(appSpecFor(live, deploy));
    expect(text).toMatch(/^\{\n {2}"version": 0\.0,/);
    expect(JSON.parse(text)).toMatchObject({ version: 0 });
  });

  test('gives its revision back, whatever was deployed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 65_535 }), (name, port) => {
        const spec = appSpecFor(live, { revision: REVISION, containerName: name, containerPort: port });
        expect(revisionOfAppSpec(formatAppSpec(spec))).toBe(REVISION);
      }),
    );
  });
});

test.each<[string, string, string | undefined]>([
  [
    'YAML with other capitals',
    `version: 0.0\nresources:\n- a:\n    properties: {taskDefinition: web:7}`,
    'web:7',
  ],
  [
    'JSON with a map of resources',
    `{"Resources": {"a": {"Properties": {"TaskDefinition": "web:7"}}}}`,
    'web:7',
  ],
  ['no resources', 'version: 0.0', undefined],
  ['a broken document', '{"Resources": [', undefined],
  ['a text', 'hello', undefined],
])('the revision of a past AppSpec: %s', (_, content, revision) => {
  expect(revisionOfAppSpec(content)).toBe(revision);
});

const complaint = (text: string): string => {
  try {
    parseAppSpecFile(text, 'appspec.yaml');
    return 'accepted';
  } catch (error) {
    return error instanceof ConfigurationError ? error.message : String(error);
  }
};

const resource = (properties: string): string =>
  `version: 0.0\nResources:\n  - T:\n      Type: AWS::ECS::Service\n      Properties:\n${properties}`;

describe('a file that is wrong, with its place', () => {
  test.each<[string, string, string]>([
    ['broken YAML', 'version: 0.0\nResources: [', 'appspec.yaml:2:13: '],
    ['broken JSON', '{"version": 0.0,\n "Resources": [}', 'appspec.yaml:2:'],
    ['a list', '- version: 0.0', 'appspec.yaml:1:1: The AppSpec is not a map.'],
    ['nothing', '', 'appspec.yaml:1:1: The AppSpec is not a map.'],
    ['another version', 'version: 1.0', 'appspec.yaml:1:10: The AppSpec’s version must be 0.0.'],
    [
      'resources as a map',
      'version: 0.0\nResources:\n  T: {}',
      'appspec.yaml:3:3: Resources must be a list with exactly one entry.',
    ],
    [
      'two resources',
      'Resources:\n  - A: {}\n  - B: {}',
      'appspec.yaml:2:3: Resources must be a list with exactly one entry.',
    ],
    [
      'a Lambda function',
      'Resources:\n  - A:\n      Type: AWS::Lambda::Function',
      'appspec.yaml:3:13: The type of the AppSpec’s resource must be AWS::ECS::Service.',
    ],
    [
      'a port in words',
      resource('        LoadBalancerInfo: {ContainerName: app, ContainerPort: http}'),
      'appspec.yaml:6:63: ContainerPort must be a number from 1 to 65535.',
    ],
    [
      'an event of another platform',
      'Hooks:\n  - ApplicationStop: f',
      'appspec.yaml:2:5: Hook ApplicationStop has no known event.',
    ],
    [
      'a hook without a function',
      'Hooks:\n  - AfterInstall:',
      'appspec.yaml:2:5: Hook AfterInstall must name',
    ],
    [
      'two hooks in one entry',
      'Hooks:\n  - AfterInstall: f\n    BeforeInstall: g',
      'appspec.yaml:2:5: Each hook must be a list entry of its own.',
    ],
  ])('%s', (_, text, message) => {
    expect(complaint(text)).toContain(message);
  });

  test('whatever it is, it is read or refused, never a defect', () => {
    const bit = fc.constantFrom(
      'version: 0.0',
      'Resources:',
      '  - T:',
      '- ',
      '{',
      ']',
      ': ',
      '&a',
      '*a',
      '\n',
      'Hooks:',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(bit).map((bits) => bits.join('')),
        ),
        (text) => {
          expect(complaint(text)).not.toMatch(/^\w*Error/);
        },
      ),
    );
  });

  test('all of it at once', () => {
    expect(complaint('version: 2\nHooks:\n  - Nope: f').split('\n')).toHaveLength(2);
  });
});

test('an alias without an anchor in a user’s AppSpec has a place', () => {
  const text =
    'version: 0.0\nResources:\n  - S:\n      Type: AWS::ECS::Service\n      Properties:\n        PlatformVersion: *none\n';
  expect(() => parseAppSpecFile(text, 'appspec.yaml')).toThrow(
    'appspec.yaml:6:26: there is no anchor &none above this alias',
  );
});

describe('an AppSpec is read as values', () => {
  const spec = (properties: string, more = ''): string =>
    `version: 0.0\nResources:\n  - Web:\n      Type: AWS::ECS::Service\n      Properties:\n${properties}${more}`;

  test('a number where a text is meant keeps its spelling', () => {
    const text = spec(
      '        PlatformVersion: 1.40\n        LoadBalancerInfo: {ContainerName: 007, ContainerPort: 80}\n',
      'Hooks:\n  - AfterInstall: 0123\n',
    );
    const { properties, hooks } = parseAppSpecFile(text, 'appspec.yml');
    expect(properties).toEqual({
      PlatformVersion: '1.40',
      LoadBalancerInfo: { ContainerName: '007', ContainerPort: 80 },
    });
    expect(hooks).toEqual([{ AfterInstall: '0123' }]);
  });

  test.each(['Hooks: {}\n', 'Hooks:\n  - {}\n', 'Hooks: []\n', 'Hooks:\n'])('no hooks in %j', (hooks) => {
    expect(parseAppSpecFile(spec('', hooks), 'appspec.yml').hooks).toEqual([]);
  });

  test('two spellings of one key are refused, one of them merged too', () => {
    const merged = 'x: &x {containername: plum}\n';
    const text = spec('        LoadBalancerInfo:\n          <<: *x\n          ContainerName: app\n');
    expect(() => parseAppSpecFile(merged + text, 'appspec.yml')).toThrow(
      /appspec\.yml:9:\d+: containername and ContainerName are one key in two spellings/i,
    );
  });

  const read = (text: string) => parseAppSpecFile(text, 'appspec.yaml');
  const top = (start: string, properties: string): string => `${start}\n${resource(properties)}`;

  test('an alias in a hook is its function', () => {
    const text = `x: &check arn:of:a:function\nversion: 0.0\nHooks:\n  - AfterInstall: *check\n`;
    expect(read(text).hooks).toEqual([{ AfterInstall: 'arn:of:a:function' }]);
  });

  test('an alias for a whole hook, a list of hooks or a resource', () => {
    expect(read('x: &h {AfterInstall: f}\nHooks: [*h]').hooks).toEqual([{ AfterInstall: 'f' }]);
    expect(read('x: &h [AfterInstall: f]\nHooks: *h').hooks).toEqual([{ AfterInstall: 'f' }]);
    const aliased =
      'x: &r {Type: AWS::ECS::Service, Properties: {PlatformVersion: LATEST}}\nResources: [T: *r]';
    expect(read(aliased)).toMatchObject({ logicalName: 'T', properties: { PlatformVersion: 'LATEST' } });
  });

  test('a merge key brings its members, in CodeDeploy’s spelling, with their places', () => {
    const file = read(
      top(
        'x: &lb\n  containerName: plum\n  ContainerPort: 9090',
        '        LoadBalancerInfo:\n          <<: *lb\n',
      ),
    );
    expect(file.properties).toEqual({ LoadBalancerInfo: { ContainerName: 'plum', ContainerPort: 9090 } });
    expect(file.places).toEqual({
      containerName: { file: 'appspec.yaml', line: 2, column: 18 },
      containerPort: { file: 'appspec.yaml', line: 3, column: 18 },
    });
  });

  test('an alias for a port is the port, and a wrong one is refused where it is used', () => {
    const text = (port: string): string =>
      top(`x: &port ${port}`, '        LoadBalancerInfo: {ContainerName: app, ContainerPort: *port}');
    expect(read(text('8080')).properties).toMatchObject({ LoadBalancerInfo: { ContainerPort: 8080 } });
    expect(complaint(text('http'))).toContain('appspec.yaml:7:63: ContainerPort must be a number');
  });

  test.each([
    ['Hooks', '{"version": 0.0, "Hooks": null}'],
    ['an empty list of Hooks', '{"version": 0.0, "Hooks": []}'],
    ['Resources', 'version: 0.0\nResources:\nHooks: []'],
    ['Properties', 'version: 0.0\nResources: [T: {Type: AWS::ECS::Service, Properties: null}]'],
    [
      'everything inside',
      'version: ~\nResources: [T: {Type: ~, Properties: {LoadBalancerInfo: {ContainerName: ~, ContainerPort: ~}, PlatformVersion: ~, NetworkConfiguration: ~}}]',
    ],
  ])('null counts as absent: %s', (_, text) => {
    const { hooks, properties } = read(text);
    expect(hooks).toEqual([]);
    expect(appSpecFor(live, deploy, { hooks, properties }).properties).toEqual(
      appSpecFor(live, deploy).properties,
    );
  });

  test('the revision of a past AppSpec, behind an alias and a merge key', () => {
    expect(revisionOfAppSpec('x: &p {TaskDefinition: web:7}\nResources: [T: {Properties: {<<: *p}}]')).toBe(
      'web:7',
    );
  });

  test.each([
    ['of EC2 instances', 'version: 0.0\nos: linux\nfiles: []', 'This is an AppSpec for EC2 instances'],
    ['a task definition', '{"family": "a", "containerDefinitions": []}', 'This is a task definition'],
    ['of Compose', 'services: {web: {image: a}}', 'This is a Compose file'],
  ])('another kind of file is named: %s', (_, text, message) => {
    expect(complaint(text)).toContain(message);
  });
});
