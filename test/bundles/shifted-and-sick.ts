import type { Fault } from '@cutover/simulator/kernel/faults';
import type { LiveService } from './live-service.ts';

/** A version that CodeDeploy shifts all traffic to, since its tasks run, and that does not serve. */
export interface Situation {
  readonly name: string;
  /** Registers `web:2`. */
  readonly register: (live: LiveService) => Promise<string>;
  readonly fault?: Fault;
  /** What the failure says, whichever of its signs is noticed first. */
  readonly cause: RegExp;
}

const status = (code: string) => async (live: LiveService) =>
  await live.register('ill', { environment: [{ name: 'STATUS', value: code }] });

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'runs out of memory after the shift',
    register: async (live) => await live.register('web', says('web:2')),
    fault: { task: 'out-of-memory', resource: 'web:2', afterSeconds: 25, times: 'always' },
    cause: /OutOfMemory/,
  },
  { name: 'answers 404 on the health path', register: status('404'), cause: /\[404\]|ELB health checks/ },
  { name: 'answers 503 on the health path', register: status('503'), cause: /\[503\]|ELB health checks/ },
  {
    name: 'listens on another port',
    register: async (live) => await live.register('elsewhere'),
    cause: /Health checks failed|ELB health checks/,
  },
];

/** The environment of a container that answers with its revision. */
export function says(revision: string) {
  return { environment: [{ name: 'REVISION', value: revision }] };
}
