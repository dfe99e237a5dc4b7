import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(60_000);

let live: LiveService;
let workspace: string;

beforeAll(async () => {
  live = await LiveService.open();
  workspace = await mkdtemp(join(tmpdir(), 'cutover-refusals-'));
});

afterAll(async () => {
  await live.close();
  await rm(workspace, { recursive: true, force: true });
});

const appSpec = (container: string, port: number): string => `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: ${container}
          ContainerPort: ${port}
`;

const WAITS = 'needs a deployment group that waits before the shift';

/** What a later stage would refuse, of which everything was known before the first. */
test.each<
  [title: string, inputs: Readonly<Record<string, string>>, appSpec: string | undefined, said: string]
>([
  ['a gate where the group does not wait', { gate: 'health' }, undefined, `gate: health ${WAITS}`],
  ['wait-until: ready where it does not', { 'wait-until': 'ready' }, undefined, `wait-until: ready ${WAITS}`],
  ['a gate, with preflight: off', { gate: 'health', preflight: 'off' }, undefined, `gate: health ${WAITS}`],
  ['a gate, with preflight: warn', { gate: 'health', preflight: 'warn' }, undefined, `gate: health ${WAITS}`],
  ['a container that the task definition lacks', {}, appSpec('plum', 8080), 'has no container plum'],
  [
    'expectations of an answer that nobody asks for',
    { 'expect-body': 'ok' },
    undefined,
    'Input expect-body says what an answer must be like, but no request is made',
  ],
  [
    'a migration’s database that RDS does not have',
    { snapshot: 'orders' },
    undefined,
    'Input snapshot: RDS has no database instance and no cluster orders',
  ],
])('%s is refused before anything is built, registered or migrated', async (_, inputs, file, said) => {
  if (file !== undefined) await writeFile(join(workspace, 'appspec.yml'), file);
  const result = await run('pipeline', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      image: 'test/web',
      'environment-variables': 'REVISION=two',
      'migration-command': 'say hello',
      'poll-interval-seconds': '0.1',
      ...(file === undefined ? {} : { 'codedeploy-appspec': 'appspec.yml' }),
      ...inputs,
    },
    env: live.env,
    workspace,
  });
  expect([result.exitCode, result.errors.join('\n')]).toEqual([1, expect.stringContaining(said)]);
  const made = live.running.sim.calls
    .map(({ operation }) => operation)
    .filter((one) => ['RegisterTaskDefinition', 'RunTask', 'CreateDeployment', 'PutImage'].includes(one));
  expect(made).toEqual([]);
});
