import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeLayout } from '../bundles/oci-layout.ts';
import { wholly, type Account } from './account.ts';
import type { Instant, Subject } from './interruption.ts';
import { MIGRATION, migrations, REGISTRATION, settledStack, STACK } from './other-steps.ts';
import { deploying, goingBack, POLL } from './scene.ts';

const REVISION = 'web:2';
const OLD = 'web:1';

const called = (operation: string) => (account: Account) =>
  account.calls.some((call) => call.operation === operation);
const event = (name: string, status: string) => async (account: Account) =>
  (await account.event(name)) === status;

const begins: Instant = { name: 'the process starts', when: 'rest', look: () => true, begun: false };
const firstCall: Instant = {
  name: 'first call made',
  when: 'rest',
  look: ({ calls }) => calls.length > 0,
  begun: false,
};

/** The moment in which a call is under way: it was sent, and is not answered yet. */
function underWay(operation: string, name: string, when: Instant['when'] = 'rest'): Instant {
  return {
    name,
    fault: { operation, latencyMs: 1000 },
    when,
    look: ({ sim }) => sim.faults.list().every(({ left }) => left === 0),
    begun: true,
  };
}

/** The moment after a call whose answer gets lost. */
function unanswered(operation: string, name: string, when: Instant['when'] = 'rest'): Instant {
  return { name, fault: { operation, reset: 'after' }, when, look: called(operation), begun: true };
}

const shifting: Instant = {
  name: '10 % shifted',
  when: 'move',
  look: async (account) => (await account.greenWeight()) === 10,
  begun: true,
};

/** Of a deployment: from the start of the process to the moment before its end. */
const WHOLE_LIFE: readonly Instant[] = [
  { name: 'the process starts', when: 'rest', look: () => true, begun: false },
  {
    name: 'first call made',
    when: 'rest',
    look: ({ calls }) => calls.length > 0,
    begun: false,
  },
  { name: 'deployment group read', when: 'rest', look: called('GetDeploymentGroup'), begun: false },
  { name: 'revision read', when: 'rest', look: called('DescribeTaskDefinition'), begun: false },
  { name: 'listener read', when: 'rest', look: called('DescribeListeners'), begun: false },
  {
    name: 'creation under way',
    fault: { operation: 'CreateDeployment', latencyMs: 1000 },
    when: 'rest',
    look: ({ sim }) => sim.faults.list().every(({ left }) => left === 0),
    begun: true,
  },
  {
    name: 'creation answered late',
    fault: { operation: 'CreateDeployment', reset: 'after' },
    when: 'rest',
    look: called('CreateDeployment'),
    begun: true,
  },
  { name: 'deployment created', when: 'rest', look: called('CreateDeployment'), begun: true },
  { name: 'deployment first looked at', when: 'rest', look: called('GetDeployment'), begun: true },
  { name: 'Install begun', when: 'move', look: event('Install', 'InProgress'), begun: true },
  {
    name: 'new tasks start',
    when: 'move',
    look: async ({ live }) => ((await live.service()).taskSets ?? []).length === 2,
    begun: true,
  },
  {
    name: 'new tasks run',
    when: 'move',
    look: async ({ live }) => (await live.service()).runningCount === 2,
    begun: true,
  },
  { name: 'Install over', when: 'move', look: event('Install', 'Succeeded'), begun: true },
  {
    name: 'test traffic shifted',
    when: 'move',
    look: event('AllowTestTraffic', 'Succeeded'),
    begun: true,
  },
  {
    name: 'before the shift',
    when: 'move',
    look: event('BeforeAllowTraffic', 'Succeeded'),
    begun: true,
  },
  {
    name: '10 % shifted',
    when: 'move',
    look: async (account) => (await account.greenWeight()) === 10,
    begun: true,
  },
  {
    name: '100 % shifted',
    when: 'move',
    look: async (account) => (await account.greenWeight()) === 100,
    begun: true,
  },
  { name: 'AllowTraffic over', when: 'move', look: event('AllowTraffic', 'Succeeded'), begun: true },
  {
    name: 'AfterAllowTraffic over',
    when: 'move',
    look: event('AfterAllowTraffic', 'Succeeded'),
    begun: true,
  },
  {
    name: 'old tasks wait for their end',
    when: 'move',
    look: async ({ live }) =>
      (await live.deployments()).some(
        ({ instanceTerminationWaitTimeStarted }) => instanceTerminationWaitTimeStarted,
      ),
    begun: true,
  },
];

async function whatServes(account: Account, revision: string): Promise<readonly string[]> {
  await account.calm();
  const serving = await account.serving();
  return wholly(serving, revision) ? [] : [`${JSON.stringify(serving)} serves, not ${revision}`];
}

async function made(account: Account): Promise<number> {
  return (await account.deployments()).filter(({ creator }) => creator === 'user').length;
}

/** blue-green-codedeploy: a deployment that was begun is stopped, and the run after it deploys. */
export const DEPLOYMENT: Subject = {
  step: deploying.step,
  inputs: { ...deploying.inputs, 'wait-until': 'completed' },
  account: { terminationMinutes: 5 },
  instants: WHOLE_LIFE,
  post: {
    after: shifting,
    instants: [
      begins,
      firstCall,
      underWay('StopDeployment', 'stop under way'),
      unanswered('StopDeployment', 'stop answered late'),
      { name: 'stopped', when: 'rest', look: (account) => account.stops, begun: true },
    ],
  },
  after: async (account, { begun, first }) => {
    const violations: string[] = [];
    if (first.exitCode === 0) violations.push(`success: ${first.stdout}`);
    if (!(await account.scales())) violations.push('the scaler is still suspended');
    if (account.stops !== begun) violations.push(`StopDeployment was ${begun ? 'not ' : ''}called`);
    if (first.exitCode !== null) {
      const said = first.errors.join('\n');
      if (!/cancelled/i.test(said)) violations.push(`the cause is not named: ${said}`);
      violations.push(...(await whatServes(account, OLD)));
    }
    const count = await made(account);
    if (count !== Number(begun)) violations.push(`${count} deployments were made`);
    return violations;
  },
  done: async (account) => {
    const violations = [...(await whatServes(account, REVISION))];
    const count = await made(account);
    if (count > 2) violations.push(`both runs made ${count} deployments`);
    if (!(await account.scales())) violations.push('the scaler is still suspended after the second run');
    return violations;
  },
};

/** rollback: what was begun goes on, and the run after it follows or finds it. */
const GOING_BACK: Subject = {
  ...goingBack,
  instants: [
    begins,
    firstCall,
    underWay('CreateDeployment', 'creation under way'),
    unanswered('CreateDeployment', 'creation answered late'),
    shifting,
  ],
  after: async (account, { begun }) => {
    if (account.stops) return ['the rollback was stopped'];
    // A request that was sent takes effect, also when nobody waits for its answer any more.
    if (begun) await account.rest(async () => ((await made(account)) === 3 ? true : undefined));
    return begun ? await whatServes(account, OLD) : [];
  },
  done: async (account) => [
    ...(await whatServes(account, OLD)),
    // Two releases were made before.
    ...((await made(account)) > 3 ? ['the rollback was made twice'] : []),
  ],
};

/** register-taskdef: no revision is registered twice, and production stays as it is. */
const REGISTERING: Subject = {
  step: REGISTRATION.step,
  inputs: REGISTRATION.inputs,
  prepare: async (account, workspace) => {
    await REGISTRATION.prepare?.(account);
    await write(workspace, REGISTRATION.files);
  },
  instants: [
    begins,
    firstCall,
    underWay('RegisterTaskDefinition', 'registration under way'),
    unanswered('RegisterTaskDefinition', 'registration answered late'),
    underWay('DeregisterTaskDefinition', 'deregistration under way'),
  ],
  after: async (account) => await whatServes(account, OLD),
  done: async (account, again) => (await REGISTRATION.check?.(account, again)) ?? [],
};

/** What must not be of migrations once the step and its `post:` are over: more than two, one that runs, two at a time. */
async function overlaps(account: Account, family?: string): Promise<readonly string[]> {
  const tasks = await migrations(account, family);
  const violations: string[] = [];
  if (tasks.length > 2) violations.push(`the migration was started ${tasks.length} times`);
  if (tasks.some(({ desiredStatus }) => desiredStatus === 'RUNNING'))
    violations.push('the migration still runs');
  const [first, second] = tasks.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt));
  if (second !== undefined && Number(second.createdAt) < Number(first?.stoppedAt ?? first?.stoppingAt ?? 0))
    violations.push('two migrations ran at a time');
  return violations;
}

/** run-migration-task: what was begun is stopped, and never runs beside that of the next run. */
const MIGRATING: Subject = {
  step: MIGRATION.step,
  inputs: { ...MIGRATION.inputs, command: '3000' },
  again: { command: '50' },
  prepare: async (account) => {
    await MIGRATION.prepare?.(account);
  },
  instants: [
    begins,
    firstCall,
    underWay('RunTask', 'start under way'),
    unanswered('RunTask', 'start answered late'),
    {
      name: 'command runs',
      when: 'move',
      look: async (account) => (await migrations(account)).some(({ lastStatus }) => lastStatus === 'RUNNING'),
      begun: true,
    },
  ],
  post: {
    after: {
      name: 'command runs',
      when: 'move',
      look: async (account) => (await migrations(account)).some(({ lastStatus }) => lastStatus === 'RUNNING'),
      begun: true,
    },
    instants: [
      begins,
      firstCall,
      underWay('StopTask', 'stop under way'),
      unanswered('StopTask', 'stop answered late'),
    ],
  },
  after: async (account, { begun }) => {
    const tasks = await migrations(account);
    const violations: string[] = [];
    if (tasks.length !== Number(begun)) violations.push(`the migration was started ${tasks.length} times`);
    if (tasks.some(({ desiredStatus }) => desiredStatus === 'RUNNING'))
      violations.push('the migration still runs');
    return [...violations, ...(await whatServes(account, OLD))];
  },
  done: async (account) => await overlaps(account),
};

/** deploy-stack: the stack is as before or as wanted, and as wanted after the next run. */
const STACKING: Subject = {
  step: STACK.step,
  inputs: STACK.inputs,
  prepare: async (account, workspace) => {
    await STACK.prepare?.(account);
    await write(workspace, STACK.files);
  },
  instants: [
    begins,
    firstCall,
    underWay('CreateChangeSet', 'change set under way'),
    unanswered('CreateChangeSet', 'change set answered late'),
    // A change set takes its time to be made.
    underWay('ExecuteChangeSet', 'execution under way', 'move'),
    unanswered('ExecuteChangeSet', 'execution answered late', 'move'),
  ],
  after: async (account) => {
    const { Outputs: [days] = [], StackStatus = '' } = await settledStack(account);
    return /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(StackStatus)
      ? await whatServes(account, OLD)
      : [`the stack is ${StackStatus} with ${days?.OutputValue ?? ''} days`];
  },
  done: async (account) => {
    const { Outputs: [days] = [], StackStatus = '' } = await settledStack(account);
    return days?.OutputValue === '30'
      ? []
      : [`the stack is ${StackStatus} with ${days?.OutputValue ?? ''} days`];
  },
};

const commandRuns: Instant = {
  name: 'command runs',
  when: 'move',
  look: async (account) =>
    (await migrations(account, 'web')).some(({ lastStatus }) => lastStatus === 'RUNNING'),
  begun: true,
};

/** The pipeline: a migration and a deployment that were begun are stopped, and the run after it releases. */
const RELEASING: Subject = {
  step: 'pipeline',
  inputs: {
    ...POLL,
    image: 'test/shop',
    'environment-variables': 'REVISION=web:4',
    'migration-command': '3000',
    preflight: 'off',
  },
  again: { 'migration-command': '50' },
  instants: [unanswered('RegisterTaskDefinition', 'registration answered late'), commandRuns, shifting],
  after: async (account, { first }) => {
    const violations = await whatServes(account, OLD);
    const begun = called('CreateDeployment')(account);
    if (first.exitCode === 0) return [...violations, `success: ${first.stdout}`];
    return [
      ...violations,
      ...(await overlaps(account, 'web')),
      ...(account.stops === begun ? [] : [`StopDeployment was ${begun ? 'not ' : ''}called`]),
    ];
  },
  done: async (account) => {
    const count = await made(account);
    return [
      ...(await whatServes(account, 'web:4')),
      ...(await overlaps(account, 'web')),
      ...(count > 2 ? [`both runs made ${count} deployments`] : []),
    ];
  },
};

const REPOSITORY = 'team/app';

/** build-push-ecr, of a ready layout: the tag is there with all of its image, or not at all. */
const PUSHING: Subject = {
  step: 'build-push-ecr',
  inputs: { repository: REPOSITORY, 'oci-layout': 'image', tag: 'v1' },
  prepare: async (account, workspace) => {
    await account.live.call('ecr', 'CreateRepository', { repositoryName: REPOSITORY });
    await writeLayout(join(workspace, 'image'), [Buffer.alloc(300_000, 'layer')]);
  },
  instants: [
    begins,
    firstCall,
    underWay('GetAuthorizationToken', 'login under way'),
    {
      name: 'image pushed',
      when: 'rest',
      look: async (account) => (await tags(account)).length > 0,
      begun: true,
    },
  ],
  after: async (account) => await whatServes(account, OLD),
  done: async (account, { outputs }) => {
    const [tag, ...more] = await tags(account);
    return more.length === 0 && tag?.imageDigest !== undefined && outputs['digest'] === tag.imageDigest
      ? []
      : [`the repository holds ${JSON.stringify([tag, ...more])}, not ${outputs['digest'] ?? ''}`];
  },
};

async function tags({ live }: Account): Promise<readonly { readonly imageDigest?: string }[]> {
  const { imageIds } = await live.call<{ imageIds: { imageTag?: string; imageDigest?: string }[] }>(
    'ecr',
    'ListImages',
    { repositoryName: REPOSITORY, filter: { tagStatus: 'TAGGED' } },
  );
  return imageIds;
}

async function write(folder: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
}

/** The other actions that write. */
export const OTHERS: readonly Subject[] = [REGISTERING, MIGRATING, GOING_BACK, STACKING, PUSHING, RELEASING];

/** Actions whose `post:` undoes something in AWS. */
export const WITH_POST: readonly Subject[] = [DEPLOYMENT, MIGRATING];
