import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** Task of an ECS target; further members are kept as they come. */
export interface EcsParameters {
  readonly TaskDefinitionArn?: string;
  readonly [member: string]: unknown;
}

/** Target of a rule; further members are kept as they come. */
export interface Target {
  readonly Id: string;
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly EcsParameters?: EcsParameters;
  readonly [member: string]: unknown;
}

/** A rule as DescribeRule shows it. */
export interface RuleShape {
  readonly Name: string;
  readonly Arn: string;
  readonly EventBusName: string;
  readonly State: string;
  readonly CreatedBy?: string;
  readonly ScheduleExpression?: string;
  readonly EventPattern?: string;
  readonly Description?: string;
  readonly RoleArn?: string;
}

interface Rule {
  readonly shape: RuleShape;
  readonly targets: Map<string, Target>;
}

const DEFAULT_BUS = 'default';

/** The rules of the default event bus, which is the only one. */
export class Rules {
  readonly sim: Simulator;
  readonly #rules = new Map<string, Rule>();

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  /** Checks the bus that a request names, by its name or ARN. @throws ApiError ResourceNotFoundException */
  bus(given: string = DEFAULT_BUS): string {
    if (given === DEFAULT_BUS || given === this.sim.arn('events', `event-bus/${DEFAULT_BUS}`))
      return DEFAULT_BUS;
    const name = given.slice(given.lastIndexOf('/') + 1);
    throw new ApiError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
  }

  /** @throws ApiError ResourceNotFoundException */
  get(name: string, bus: string | undefined): Rule {
    const onBus = this.bus(bus);
    const rule = this.#rules.get(name);
    if (rule === undefined) {
      throw new ApiError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${onBus}.`);
    }
    return rule;
  }

  /** Undefined when no rule has the name. */
  find(name: string): Rule | undefined {
    return this.#rules.get(name);
  }

  /** A rule of the same name keeps its targets. */
  put(shape: RuleShape): void {
    this.#rules.set(shape.Name, { shape, targets: this.find(shape.Name)?.targets ?? new Map() });
  }

  delete(name: string): void {
    this.#rules.delete(name);
  }

  /** In the order of their names. */
  all(): readonly Rule[] {
    return [...this.#rules.values()].toSorted((a, b) => (a.shape.Name < b.shape.Name ? -1 : 1));
  }
}
