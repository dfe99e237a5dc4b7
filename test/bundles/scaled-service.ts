import type {
  DescribeScalableTargetsResponse,
  ListTagsForResourceResponse,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';
import { slowShift } from './slow-shift.ts';

const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/web',
  ScalableDimension: 'ecs:service:DesiredCount',
};
export const TAG = 'cutover:suspended-from';
export const UNTIL = 'cutover:suspended-until';

let live: LiveService | undefined;

export async function close(): Promise<void> {
  await live?.close();
  live = undefined;
}

/** A service that nothing scales. */
export async function openUnscaled(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  await live.register('web');
  return live;
}

/** A service that is scaled between 1 and 4 tasks, with scheduled actions suspended by somebody. */
export async function open(options: LiveOptions = {}): Promise<LiveService> {
  const opened = await openUnscaled(options);
  await register({ MinCapacity: 1, MaxCapacity: 4, SuspendedState: { ScheduledScalingSuspended: true } });
  return opened;
}

export function account(): LiveService {
  if (live === undefined) throw new Error('no account is open');
  return live;
}

export async function register(more: object): Promise<void> {
  await account().call('application-autoscaling', 'RegisterScalableTarget', { ...TARGET, ...more });
}

export async function target() {
  const { ScalableTargets = [] } = await account().call<DescribeScalableTargetsResponse>(
    'application-autoscaling',
    'DescribeScalableTargets',
    { ServiceNamespace: 'ecs' },
  );
  return ScalableTargets[0];
}

/** `in`, `out` and `scheduled`: what is suspended. */
export async function suspended(): Promise<string> {
  return letters((await target())?.SuspendedState ?? {});
}

function letters(state: SuspendedState): string {
  const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = state;
  const words = [
    DynamicScalingInSuspended === true ? 'in' : '',
    DynamicScalingOutSuspended === true ? 'out' : '',
    ScheduledScalingSuspended === true ? 'scheduled' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

export async function tags(): Promise<Record<string, string>> {
  const { Tags = {} } = await account().call<ListTagsForResourceResponse>(
    'application-autoscaling',
    'ListTagsForResource',
    { ResourceARN: (await target())?.ScalableTargetARN },
  );
  return Tags;
}

/** What was set, call by call, as `in scheduled`. */
export function set(): string[] {
  return account()
    .calls('RegisterScalableTarget')
    .map(({ SuspendedState }) => letters(SuspendedState as SuspendedState));
}

export const WITH = {
  cluster: 'shop',
  service: 'web',
  'poll-interval-seconds': '0.1',
  'task-definition-arn': 'web:2',
  'suspend-auto-scaling': 'true',
};

export async function deploy(inputs: Record<string, string> = {}) {
  return await run('blue-green-codedeploy', { inputs: { ...WITH, ...inputs }, env: account().env });
}

/** Starts a deployment that lasts until `finishShift`. */
export async function begin() {
  const action = await start('blue-green-codedeploy', {
    inputs: { ...WITH, 'codedeploy-deployment-config': await slowShift(account()) },
    env: account().env,
  });
  await account().active();
  return action;
}
