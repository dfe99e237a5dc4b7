import { randomUUID } from 'node:crypto';
import type { Simulator } from '../kernel/simulator.ts';
import type { Definition, Stack } from './stack.ts';
import { createScope, type ResourceValues, type StackIdentity } from './template/scope.ts';
import type { Scope } from './template/evaluate.ts';
import { validation } from './template/parse-template.ts';

/** All stacks of the account, deleted ones too: those are found by their id only. */
export class Stacks {
  readonly sim: Simulator;
  readonly #byId = new Map<string, Stack>();

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  all(): Stack[] {
    return [...this.#byId.values()];
  }

  /** By name (unless deleted) or id. */
  find(nameOrId: string): Stack | undefined {
    return (
      this.#byId.get(nameOrId) ??
      this.all().find(({ name, status }) => name === nameOrId && status !== 'DELETE_COMPLETE')
    );
  }

  /** @throws ValidationError `Stack with id NAME does not exist` */
  require(nameOrId: string | undefined): Stack {
    const stack = nameOrId === undefined ? undefined : this.find(nameOrId);
    if (stack === undefined) throw validation(`Stack with id ${nameOrId ?? ''} does not exist`);
    return stack;
  }

  add(name: string): Stack {
    if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) {
      throw validation(
        `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
      );
    }
    const stack: Stack = {
      id: this.sim.arn('cloudformation', `stack/${name}/${randomUUID()}`),
      name,
      createdAt: this.sim.clock.date(),
      updatedAt: undefined,
      deletedAt: undefined,
      status: 'REVIEW_IN_PROGRESS',
      statusReason: undefined,
      current: undefined,
      resources: new Map(),
      outputs: [],
      events: [],
      validationEvents: [],
      changeSets: new Map(),
      disableRollback: false,
      terminationProtection: false,
      changeSetId: undefined,
      token: undefined,
      operationId: randomUUID(),
      pendingRollback: undefined,
      drift: undefined,
      cancel: undefined,
    };
    this.#byId.set(stack.id, stack);
    return stack;
  }

  scope(stack: StackIdentity, definition: Definition, resources: ResourceValues): Scope {
    return createScope(definition.template, definition.values, stack, resources, (name) => this.export(name));
  }

  identity(stack: { id: string; name: string }): StackIdentity {
    const { region, account, partition } = this.sim;
    return { stackId: stack.id, stackName: stack.name, region, account, partition };
  }

  export(name: string): string {
    const found = this.all()
      .filter(({ status }) => status !== 'DELETE_COMPLETE')
      .flatMap(({ outputs }) => outputs)
      .find(({ ExportName }) => ExportName === name);
    if (found?.OutputValue === undefined) throw validation(`No export named ${name} found.`);
    return found.OutputValue;
  }
}
