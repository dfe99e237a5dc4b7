import type { Environment } from '@cutover/domain/environment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { isJsonObject, type JsonObject } from '@cutover/domain/text/json';
import { judgeAll } from '../rules/book.ts';
import { refuse } from '../rules/refuse.ts';
import { failed, HOLDS, rule, type Rule, type RuleFacts, type Wanted } from '../rules/rule.ts';
import { serviceLink, serviceRules } from '../rules/service-rules.ts';
import type { World } from '../world.ts';
import { codeDeploy } from './codedeploy/kind.ts';
import { problemsIn, readOptions, type CodeDeployOptions } from './codedeploy/options.ts';
import { ecs } from './ecs/kind.ts';
import { foreignInputs, type EcsOptions } from './ecs/options.ts';
import type { EngineInputs, EngineOptions } from './engine-inputs.ts';
import type { StackParts, EngineKind } from './engine-kind.ts';
import type { Engine } from './engine.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** The engines with which every step works; the first one answers for what a process that is dead remembered without a name. */
export const ENGINES = [codeDeploy] as const satisfies readonly EngineKind[];

/** Every engine, for a step that deploys a service whatever its deployment controller is. */
export const ALL_ENGINES: readonly EngineKind[] = [...ENGINES, ecs];

/**
 * The engine that the service's deployment controller calls for; undefined when none of ours serves it. Nothing else reads
 * the controller.
 * @param among the engines from which to choose
 */
export function engineFor(
  { controller }: Pick<ServiceState, 'controller'>,
  among: readonly EngineKind[] = ENGINES,
): EngineKind | undefined {
  return among.find((kind) => kind.controller === controller);
}

/**
 * The engine of a service that `requireService` let pass.
 * @param among the engines that it was asked about
 * @throws ConfigurationError when AWS has nothing that deploys the service
 */
export async function findEngine(
  world: World,
  environment: Environment,
  service: ServiceState,
  options: EngineOptions,
  among: readonly EngineKind[] = ENGINES,
): Promise<Engine> {
  const engine = await engineIfAny(world, environment, service, options, among);
  if (engine === undefined) throw new TypeError(`No engine serves service ${service.name}.`);
  return engine;
}

/** The same, or undefined for a service of another controller. @throws ConfigurationError when AWS has nothing that deploys it */
export async function engineIfAny(
  world: World,
  environment: Environment,
  service: ServiceState | undefined,
  options?: EngineOptions,
  among: readonly EngineKind[] = ENGINES,
): Promise<Engine | undefined> {
  if (service === undefined) return undefined;
  const kind = engineFor(service, among);
  return await kind?.find(world, environment, options ?? (await readEngineOptions({}, world)), service);
}

/**
 * A step's inputs for its engine, with their files read.
 * @param defaults values that the step gives where the user gave none
 * @throws ConfigurationError with all that is wrong in them
 */
export async function readEngineOptions(
  given: EngineInputs,
  { files }: World,
  defaults: EngineInputs = {},
): Promise<EngineOptions> {
  const options: CodeDeployOptions & EcsOptions = {
    ...(await readOptions(given, files)),
    foreign: foreignInputs(given, defaults),
  };
  return options;
}

/** Faults of those inputs that do not depend on AWS's answers. */
export const engineProblems: typeof problemsIn = problemsIn;

/** Names of the engines that freeze services of a template for CloudFormation, by the services' logical ids. */
export function frozenServices(resources: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(resources).flatMap(([id, resource]) => {
      const kind = isJsonObject(resource) ? ENGINES.find((one) => one.freezes(resource)) : undefined;
      return kind === undefined ? [] : [[id, kind.name] as const];
    }),
  );
}

/** Types of resources that hold what the engines know of a service. */
export const ENGINE_RESOURCE_TYPES: readonly string[] = ENGINES.flatMap((kind) => kind.resourceTypes);

/** A way to look for a running deployment of a stack's services, whichever engine made it. */
export async function stackDeployments(
  world: World,
  stack: StackParts,
): Promise<() => Promise<Trouble | undefined>> {
  const looks = await Promise.all(ENGINES.map(async (kind) => await kind.deploymentsOfStack(world, stack)));
  return async () => {
    for (const look of looks) {
      const running = await look();
      if (running !== undefined) return running;
    }
    return undefined;
  };
}

/** Says of a service that no engine serves why it has no test listener. */
export function noTestListener({ name }: Pick<ServiceState, 'name'>): string {
  return `Service ${name} has no CodeDeploy deployment group that could name a test listener.`;
}

/** `post:` of every step that deploys. */
export async function afterKill(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  const kind = ALL_ENGINES.find(({ name }) => name === remembered['engine']) ?? ENGINES[0];
  await kind.afterKill(remembered, world);
}

/** Tool that deploys services of each other controller. */
const INSTEAD: Readonly<Record<string, string>> = {
  ECS: 'Deploy it with actions/deploy-service, which follows ECS’s rolling deployments. ',
  EXTERNAL: 'What manages its task sets (CreateTaskSet) has to deploy it. ',
};

/** Row of the rule book: one of the engines serves the service's deployment controller. */
export function controllerAmong(among: readonly EngineKind[]): Rule {
  return rule({
    id: 'controller',
    needs: ['service'],
    looks: ['service', 'region'],
    judge: ({ region, service }) =>
      service === undefined || engineFor(service, among) !== undefined
        ? HOLDS
        : failed(
            `Service ${service.name} has the ${service.controller} deployment controller; ${among.map(({ controller, name }) => `${name} deploys services of the ${controller} controller`).join(', ')}.`,
            `${INSTEAD[service.controller] ?? ''}The controller is chosen when a service is created: create one with deploymentController ${among.map(({ controller }) => controller).join(' or ')} (the bundled template does).`,
            { link: serviceLink(region, service) },
          ),
  });
}

/** The row as all steps but deploy-service judge it. */
export const controllerRule: Rule = controllerAmong(ENGINES);

/** Rows that are judged by the service alone, before anything else is looked at. */
export const FIRST: readonly Rule[] = firstRules(ENGINES);

function firstRules(among: readonly EngineKind[]): readonly Rule[] {
  return [...serviceRules.filter(({ id }) => id === 'service'), controllerAmong(among)];
}

/**
 * Judges what can be told by the service alone, before anything else is looked at.
 * @throws ConfigurationError unless the service is there, active, and one that an engine serves
 */
export function requireService(
  service: ServiceState | undefined,
  environment: Environment,
  among: readonly EngineKind[] = ENGINES,
): asserts service is ServiceState {
  refuse(judgeAll(firstRules(among), { environment, service, region: '' } as RuleFacts, ANYTHING));
}

/** The first rules ask for nothing. */
const ANYTHING: Wanted = {
  revision: '',
  container: {},
  waitUntil: 'traffic-shifted',
  allowZeroTasks: true,
};
