import type { ProgressEvent } from '@cutover/domain/progress';
import type { Outcome } from '@cutover/domain/outcome';
import type { Engine } from '../../deployment/engine.ts';
import type { World } from '../../world.ts';
import type { DeploymentOutputs } from '../outputs.ts';
import { shortName, type Entry } from './entries.ts';

/** One service while it is deployed beside others. */
export class Member {
  readonly entry: Entry;
  readonly name: string;
  readonly world: World;
  /** How its own deployment ended, once it has. */
  outcome: Outcome<DeploymentOutputs> | undefined;
  error: unknown;
  #followed: { readonly engine: Engine; readonly id: string } | undefined;
  #recalled = false;

  constructor(all: World, entry: Entry, index: number) {
    this.entry = entry;
    this.name = shortName(entry.service);
    this.world = {
      ...all,
      progress: {
        report: (event) => {
          // One table of versions is for one service; several have a row each.
          if (event.type !== 'version.known') all.progress.report(named(event, this.name));
        },
      },
      remember: (key, value) => {
        all.remember(`${index}.${key}`, value);
      },
    };
  }

  /** Its deployment is there, and can be stopped by the engine. */
  follow(engine: Engine, id: string): void {
    this.#followed = { engine, id };
    if (this.#recalled && !this.ended) void this.#stop(engine, id);
  }

  /** The engine that made its deployment; undefined before there is one. */
  get engine(): Engine | undefined {
    return this.#followed?.engine;
  }

  get ended(): boolean {
    return this.outcome !== undefined || this.error !== undefined;
  }

  get succeeded(): boolean {
    return this.outcome?.kind === 'succeeded' || this.outcome?.kind === 'unchanged';
  }

  /** Stops its deployment, now or as soon as there is one, so that its own run sees it roll back. */
  async recall(): Promise<void> {
    if (this.ended || this.#recalled) return;
    this.#recalled = true;
    if (this.#followed !== undefined) await this.#stop(this.#followed.engine, this.#followed.id);
  }

  async #stop(engine: Engine, id: string): Promise<void> {
    try {
      await engine.stop(id, { rollback: true });
    } catch (error) {
      this.world.progress.report({
        type: 'warning',
        what: `Deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
        fix: `Stop it: ${engine.commandToStop(id)}`,
      });
    }
  }
}

/** Prefixes notes, warnings and titles of documents with the service's name; other events carry an id. */
function named(event: ProgressEvent, name: string): ProgressEvent {
  if (event.type === 'note') return { ...event, text: `${name}: ${event.text}` };
  if (event.type === 'warning') return { ...event, of: name, what: `${name}: ${event.what}` };
  if (event.type === 'document') return { ...event, title: `${name}: ${event.title}` };
  return event;
}
