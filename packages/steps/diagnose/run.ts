import { consoleLink } from '@cutover/domain/console';
import { foldExplained } from '@cutover/domain/diagnosis/relations';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { runbook, runbookFacts } from '@cutover/domain/runbook';
import {
  launchesOnFargate,
  servingRevision,
  servingTasks,
  type ServiceState,
} from '@cutover/domain/task/ecs-service';
import { formatRevision } from '@cutover/domain/task/revision';
import { describeService, environmentOf, requireName } from '../deployment/environment.ts';
import type { World } from '../world.ts';
import type { inputs } from './inputs.ts';
import { conclude, type DiagnoseOutputs, type Found } from './outcome.ts';
import { Questions } from './questions.ts';
import { diagnoseService, type Diagnosis } from './service.ts';
import { diagnoseStack, type StackDiagnosis } from './stack.ts';

type DiagnoseInputs = Inputs<typeof inputs>;

/** Looks at the stack and its service at once, for at most some seconds, and explains what is wrong. */
export async function run(given: DiagnoseInputs, world: World): Promise<Outcome<DiagnoseOutputs>> {
  requireName(given);
  const questions = new Questions(world);
  try {
    const found = await lookAround(questions, given);
    const fails = given['fail-on-findings'];
    tell(world, found, fails);
    return conclude(found, fails);
  } finally {
    questions.end();
  }
}

async function lookAround(questions: Questions, given: DiagnoseInputs): Promise<Found> {
  const { stack: name } = given;
  const [stack, place] = await Promise.all([
    name === undefined ? undefined : diagnoseStack(questions, name),
    placeOf(questions, given),
  ]);
  const environment = environmentIn(place, stack);
  const describe = async (): Promise<ServiceState | undefined> =>
    environment === undefined ? undefined : await describeService(questions.world.aws, environment);
  // A failed stack may have taken its cluster away.
  const isSick = (stack?.signs.length ?? 0) > 0;
  const service = isSick
    ? await questions.ask('service', describe)
    : await questions.need('service', describe);
  if (environment !== undefined && service === undefined && !isSick) throw noService(environment);
  const diagnosis =
    environment === undefined || service === undefined || service.status !== 'ACTIVE'
      ? goneOrNone(service)
      : await diagnoseService(questions, environment, service);
  const { region } = questions.world.aws;
  return {
    ...together(stack, diagnosis),
    subject:
      stack === undefined || (!isSick && service !== undefined)
        ? `Service ${environment?.service ?? ''}`
        : `Stack ${stack.stack.name}`,
    sections: [
      ...(stack?.sections ?? []),
      ...diagnosis.sections,
      ...(environment === undefined || service === undefined ? [] : [commands(region, environment, service)]),
    ],
    unseen: questions.unseen,
    link:
      environment === undefined
        ? consoleLink(region, { kind: 'stack', id: stack?.stack.id ?? '' })
        : consoleLink(region, {
            kind: 'service',
            cluster: environment.cluster,
            service: environment.service,
          }),
  };
}

/** Findings of the tasks tell why a stack waits or failed; without it the stack's own failure is the root. */
function together(
  stack: StackDiagnosis | undefined,
  { findings, notes, signs }: Diagnosis,
): Pick<Found, 'signs' | 'findings' | 'notes'> {
  const ofStack = stack?.findings ?? [];
  const waits = ofStack.every(({ certainty }) => certainty === 'possible');
  return {
    signs: [...(stack?.signs ?? []), ...signs],
    findings: foldExplained(waits ? [...findings, ...ofStack] : [...ofStack, ...findings]),
    notes,
  };
}

/** The names of the service; the error for a stack that tells none, which may be sick all the same. */
async function placeOf(questions: Questions, given: DiagnoseInputs): Promise<Environment | CutoverError> {
  try {
    return await questions.need('stack', async () => await environmentOf(questions.world.aws, given));
  } catch (error) {
    if (error instanceof CutoverError) return error;
    throw error;
  }
}

/** @throws the error where neither the inputs nor the stack name a service, and the stack has nothing to explain */
function environmentIn(
  place: Environment | CutoverError,
  stack: StackDiagnosis | undefined,
): Environment | undefined {
  if (!(place instanceof CutoverError)) return place;
  if (stack === undefined) throw place;
  if (stack.service !== undefined) return { stack: stack.stack.name, ...stack.service };
  if (stack.signs.length === 0) throw place;
  return undefined;
}

function noService({ cluster, service }: Environment): ConfigurationError {
  return new ConfigurationError({
    what: `Cluster ${cluster} has no service ${service}.`,
    fix: 'Correct cluster and service (or stack and aws-region), or create the service.',
  });
}

/** The diagnosis of a service that is deleted or being deleted, or of none. */
function goneOrNone(service: ServiceState | undefined): Diagnosis {
  if (service === undefined) return { signs: [], findings: [], notes: [], sections: [] };
  const { cluster, name, status } = service;
  return {
    signs: [`it is ${status}`],
    findings: [
      {
        id: 'service-gone',
        certainty: 'certain',
        what: `Service ${name} in cluster ${cluster} is ${status}: it was deleted.`,
        evidence: [`ecs:DescribeServices (${name}): status ${status}`],
        fix: 'Create it again (aws ecs create-service, or deploy-stack for a stack), or correct cluster and service. CloudTrail’s DeleteService names who deleted it.',
      },
    ],
    notes: [],
    sections: [],
  };
}

function commands(region: string, environment: Environment, service: ServiceState): SummarySection {
  const { containerName, targetGroupArn } = servingTasks(service).loadBalancers[0] ?? {};
  const known = runbookFacts(region, environment);
  return runbook({
    ...known,
    container: known.container ?? containerName,
    taskDefinition: formatRevision(servingRevision(service)),
    targetGroups: targetGroupArn === undefined ? [] : [targetGroupArn],
    fargate: launchesOnFargate(service),
    desired: service.desired,
  });
}

/** Findings that do not fail the job, and what could not be seen, are warnings. */
function tell({ progress }: World, { findings, unseen }: Found, fails: boolean): void {
  const [root] = findings;
  if (root !== undefined && !fails)
    progress.report({ type: 'warning', what: root.what, fix: root.fix, inSections: true });
  for (const { fix, part, why } of unseen)
    progress.report({ type: 'warning', what: `Could not see the ${part}: ${why}.`, fix, inSections: true });
}
