import type { ProgressEvent } from '@cutover/domain/progress';
import type { Outcome } from '@cutover/domain/outcome';
import { stopCommand } from '../../deployment/conclusion.ts';
import type { World } from '../../world.ts';
import type { Outputs } from '../outputs.ts';
import { shortName, type Entry } from './entries.ts';

/** One service while it is deployed beside others. */
export class Member {
  readonly entry: Entry;
  readonly name: string;
  readonly world: World;
  /** How its own deployment ended, once it has. */
  outcome: Outcome<Outputs> | undefined;
  error: unknown;
  readonly #all: World;
  #id: string | undefined;
  #recalled = false;

  constructor(all: World, entry: Entry, index: number) {
    this.entry = entry;
    this.name = shortName(entry.service);
    this.#all = all;
    this.world = {
      ...all,
      progress: {
        report: (event) => {
          all.progress.report(named(event, this.name));
        },
      },
      remember: (key, value) => {
        all.remember(`${index}.${key}`, value);
        if (key !== 'deployment-id') return;
        this.#id = value;
        if (this.#recalled && !this.ended) void this.#stop(value);
      },
    };
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
    if (this.#id !== undefined) await this.#stop(this.#id);
  }

  async #stop(id: string): Promise<void> {
    try {
      await this.#all.aws.deployments.stop(id, { rollback: true });
    } catch (error) {
      this.world.progress.report({
        type: 'warning',
        text: `Deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
        remedy: `Stop it: ${stopCommand(id)}`,
      });
    }
  }
}

/** Says of which service an event tells, where it tells that in words. */
function named(event: ProgressEvent, name: string): ProgressEvent {
  if (event.type === 'note' || event.type === 'warning') return { ...event, text: `${name}: ${event.text}` };
  if (event.type === 'document') return { ...event, title: `${name}: ${event.title}` };
  return event;
}
