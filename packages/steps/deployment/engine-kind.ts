import type { Environment } from '@cutover/domain/environment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { JsonObject } from '@cutover/domain/text/json';
import type { CheckFacts } from '../checklist/facts.ts';
import type { Shown } from '../checklist/ruled.ts';
import type { Rule } from '../rules/rule.ts';
import type { World } from '../world.ts';
import type { EngineChecks } from './engine-checks.ts';
import type { EngineOptions } from './engine-inputs.ts';
import type { Engine } from './engine.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** A stack as far as its deployments are concerned. */
export interface StackParts {
  readonly name: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: () => Promise<readonly { readonly type: string; readonly physicalId: string }[]>;
}

/** An engine before it knows its service. One is there for each deployment controller that can be served. */
export interface EngineKind {
  /** As messages name it. */
  readonly name: string;
  /** The value of `deploymentController` that it serves. */
  readonly controller: string;
  /**
   * The engine of one service; reads only.
   * @throws ConfigurationError when AWS has nothing that deploys the service, or more than one
   */
  find(
    world: World,
    environment: Environment,
    options: EngineOptions,
    service: ServiceState,
  ): Promise<Engine>;
  /** `post:` of a step whose process was killed before its deployment was decided. */
  afterKill(remembered: Readonly<Record<string, string>>, world: World): Promise<void>;
  /** Rows that it adds to the rule book. */
  readonly rules: readonly Rule[];
  /** Items of preflight that show those rows. */
  readonly shown: Shown;
  /** Its checks for preflight and the pipeline's first look. */
  checks(facts: CheckFacts, options: EngineOptions): Promise<EngineChecks>;
  /** Whether a resource of a template is a service that CloudFormation can't update because this engine deploys it. */
  freezes(resource: JsonObject): boolean;
  /** Types of resources that hold what it knows of a service. */
  readonly resourceTypes: readonly string[];
  /** Finds what it deploys with in a stack, and gives a way to look for a running deployment again and again. */
  deploymentsOfStack(world: World, stack: StackParts): Promise<() => Promise<Trouble | undefined>>;
}
