import { randomBytes } from 'node:crypto';
import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState, ServiceState, TaskSetState } from '../state.ts';
import { addTaskSet, type TaskSetInput } from '../task-set.ts';
import { redAlarms } from './alarms.ts';
import { Course } from './course.ts';
import { runDeployment } from './run.ts';

/** A deployment is listed this long after the call that made it; reports speak of seconds. */
const RECORD_MS = 2000;

/** Makes a service revision and its service deployment; one that is under way is superseded. */
export function startDeployment(
  ecs: Ecs,
  service: ServiceState,
  input: Omit<TaskSetInput, 'status' | 'held'>,
): TaskSetState {
  const configuration = structuredClone(service.deploymentConfiguration);
  const { strategy = 'ROLLING', lifecycleHooks = [] } = configuration;
  const sources = service.taskSets.filter(({ status }) => status !== 'DRAINING');
  for (const source of sources) source.status = 'ACTIVE';
  service.taskDefinition = input.taskDefinition.taskDefinitionArn ?? '';
  service.steady = false;
  const held =
    strategy !== 'ROLLING' ||
    lifecycleHooks.length > 0 ||
    (input.loadBalancers ?? []).some(({ advancedConfiguration }) => advancedConfiguration !== undefined);
  const target = addTaskSet(ecs, service, { ...input, status: 'PRIMARY', held });
  const course = new Course(ecs.sim.clock);
  const id = randomBytes(16).toString('base64url');
  const deployment: ServiceDeploymentState = {
    id,
    arn: ecs.sim.arn('ecs', `service-deployment/${service.cluster.name}/${service.name}/${id}`),
    service,
    target,
    sources,
    configuration,
    isRecorded: false,
    createdAt: ecs.now(),
    startedAt: undefined,
    stoppedAt: undefined,
    finishedAt: undefined,
    updatedAt: ecs.now(),
    status: 'PENDING',
    statusReason: undefined,
    stage: undefined,
    hooks: [],
    rollback: undefined,
    breakerTripped: false,
    ignoredAlarms: new Set(redAlarms(ecs, configuration)),
    triggeredAlarms: new Set(),
    pairs: [],
    shares: { production: 0, test: 0 },
    frozen: undefined,
    course,
  };
  for (const older of service.deployments) older.course.interrupt({ kind: 'superseded' });
  service.revisions.push(target);
  service.deployments.push(deployment);
  ecs.sim.clock.after(RECORD_MS, () => {
    deployment.isRecorded = true;
  });
  void runDeployment(ecs, deployment, course);
  return target;
}

/** Ends every deployment of a service that is deleted; List and Describe no longer know them, nor the revisions. */
export function forgetDeployments(service: ServiceState): void {
  for (const { course } of service.deployments) course.interrupt({ kind: 'deleted' });
  service.deployments.length = 0;
  service.revisions.length = 0;
}
