import { reasonOf } from '../../kernel/reason.ts';
import { randomUUID } from 'node:crypto';
import type { ResourceStatus } from '@aws-sdk/client-cloudformation';
import { ApiError } from '../../kernel/api-error.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import { type ResourceContext, ResourceFailure } from '../resources/handler.ts';
import { handlerOf } from '../resources/handlers.ts';
import { moveResource, type Stack, type StackResource } from '../stack.ts';
import { checkDynamicReferences } from './dynamic-references.ts';
import { physicalName } from './physical-name.ts';

/** One run over the resources of a stack; after a failure what still runs is cancelled. */
export class Operation {
  readonly #sim: Simulator;
  readonly #stack: Stack;
  readonly #cancelled = new AbortController();
  /** One listener for all that wait, however many do. */
  readonly #cancellation = new Promise((resolve) => {
    this.#cancelled.signal.addEventListener('abort', resolve, { once: true });
  });

  constructor(sim: Simulator, stack: Stack) {
    this.#sim = sim;
    this.#stack = stack;
  }

  cancel(): void {
    this.#cancelled.abort();
  }

  throwIfCancelled(): void {
    this.#cancelled.signal.throwIfAborted();
  }

  /** Makes the resource; it is in the stack's list from the first moment, for a rollback to find it. */
  async create(resource: StackResource, reason?: string): Promise<void> {
    this.#move(resource, reason === undefined ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS', reason);
    const replaces = reason !== undefined;
    let initiated = false;
    const created = (physicalId: string): void => {
      if (initiated) return;
      initiated = true;
      resource.physicalId = physicalId;
      this.#move(
        resource,
        replaces ? 'UPDATE_IN_PROGRESS' : 'CREATE_IN_PROGRESS',
        'Resource creation Initiated',
      );
    };
    const made = await this.#attempt(
      resource,
      replaces ? 'UPDATE_FAILED' : 'CREATE_FAILED',
      'creation',
      async () => {
        checkDynamicReferences(this.#sim, resource.properties);
        return await handlerOf(resource.type).create(this.#context(resource, created), resource.properties);
      },
    );
    created(made.physicalId);
    resource.attributes = made.attributes ?? {};
    this.#move(resource, replaces ? 'UPDATE_COMPLETE' : 'CREATE_COMPLETE');
  }

  /** Changes the resource from `previous` properties to those it holds now. */
  async update(resource: StackResource, previous: StackResource['properties']): Promise<void> {
    this.#move(resource, 'UPDATE_IN_PROGRESS');
    const attributes = await this.#attempt(resource, 'UPDATE_FAILED', 'update', async () => {
      checkDynamicReferences(this.#sim, resource.properties);
      return await handlerOf(resource.type).update(
        this.#context(resource, () => undefined),
        resource.physicalId ?? '',
        resource.properties,
        previous,
      );
    });
    resource.attributes = { ...resource.attributes, ...attributes };
    this.#move(resource, 'UPDATE_COMPLETE');
  }

  /** Removes the resource, or leaves it as its policy says. */
  async remove(resource: StackResource, policy: string): Promise<void> {
    if (policy === 'Retain' && resource.physicalId !== undefined) {
      this.#move(resource, 'DELETE_SKIPPED');
      return;
    }
    this.#move(resource, 'DELETE_IN_PROGRESS');
    const { physicalId } = resource;
    if (physicalId !== undefined) {
      await this.#attempt(resource, 'DELETE_FAILED', 'deletion', async () => {
        const handler = handlerOf(resource.type);
        const context = this.#context(resource, () => undefined);
        try {
          if (policy === 'Snapshot') await handler.save?.(context, physicalId, resource.properties);
          await handler.delete(context, physicalId, resource.properties);
        } catch (error) {
          if (!(error instanceof ApiError && /NotFound|DoesNotExist/.test(error.code))) throw error;
        }
      });
    }
    this.#move(resource, 'DELETE_COMPLETE');
  }

  async #attempt<T>(
    resource: StackResource,
    failed: ResourceStatus,
    what: string,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const reason = this.#cancelled.signal.aborted ? `Resource ${what} cancelled` : describe(error);
      this.#move(resource, failed, reason);
      throw error;
    }
  }

  #context(resource: StackResource, created: (physicalId: string) => void): ResourceContext {
    const { signal } = this.#cancelled;
    return {
      sim: this.#sim,
      stackName: this.#stack.name,
      logicalId: resource.logicalId,
      type: resource.type,
      physicalName: (max, options) =>
        physicalName(this.#stack.name, resource.logicalId, max, options?.lowerCase === true),
      created,
      sleep: async (ms) => {
        signal.throwIfAborted();
        await Promise.race([this.#sim.clock.sleep(ms), this.#cancellation]);
        signal.throwIfAborted();
      },
    };
  }

  #move(resource: StackResource, status: ResourceStatus, reason?: string): void {
    moveResource(this.#stack, resource, status, this.#sim.clock.date(), reason);
  }
}

function describe(error: unknown): string {
  if (error instanceof ResourceFailure) return error.message;
  if (error instanceof ApiError) {
    const code = /AlreadyExists|Duplicate/.test(error.code)
      ? 'AlreadyExists'
      : /NotFound/.test(error.code)
        ? 'NotFound'
        : error.status >= 500
          ? 'ServiceInternalError'
          : 'InvalidRequest';
    return `Resource handler returned message: "${error.message} (Status Code: ${error.status}; Error Code: ${error.code}; Request ID: ${randomUUID()})" (RequestToken: ${randomUUID()}, HandlerErrorCode: ${code})`;
  }
  return `Internal Failure: ${reasonOf(error)}`;
}
