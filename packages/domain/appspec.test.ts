import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseAppSpecFile } from './appspec-file.ts';
import { appSpecFor, formatAppSpec, revisionOfAppSpec } from './appspec.ts';
import type { TaskSet } from './ecs-service.ts';
import { ConfigurationError } from './errors.ts';

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
