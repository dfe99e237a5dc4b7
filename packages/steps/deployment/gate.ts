import type { Statuses } from '@cutover/domain/http-status';
import type { World } from '../world.ts';
import { askCommand } from './gate-command.ts';
import { askHealth } from './gate-health.ts';
import { askHttp } from './gate-http.ts';
import type { Lookout } from './look.ts';
import type { DeploymentOrder } from './order.ts';
import { watchReady, type NoLongerReady } from './watch-ready.ts';

/** What has to hold before production traffic is shifted, asked while the deployment waits to be continued. */
export type Gate =
  /** Nothing: whoever runs the step has decided. */
  | { readonly kind: 'open' }
  | ({ readonly kind: 'health' } & Limited & {
        /** Of the group; without one the target group alone is looked at. */
        readonly testListener: string | undefined;
        /** ARNs of the pair. */
        readonly targetGroups: readonly string[];
      })
  | ({ readonly kind: 'http' } & Limited & { readonly url: string; readonly statuses: Statuses })
  | ({ readonly kind: 'command' } & Limited & {
        readonly command: readonly string[];
        /** Address of the test listener, if it is known. */
        readonly url: string | undefined;
      });

interface Limited {
  /** How long the gate may take to pass, in milliseconds. */
  readonly limitMs: number;
}

/** What a gate found. Texts are whole sentences; `because` completes "was stopped because …". */
export type GateVerdict =
  | { readonly kind: 'passed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly because: string }
  /** Somebody continued or stopped the deployment, its wait has run out, or its tasks keep failing. */
  | NoLongerReady;

/**
 * Asks the gate, as long as the deployment waits to be continued.
 * @throws the signal's reason when the step is cancelled; errors of the AWS calls
 */
export async function passGate(
  world: World,
  order: DeploymentOrder,
  gate: Gate,
  lookout: Lookout,
): Promise<GateVerdict> {
  if (gate.kind === 'open') return { kind: 'passed', reason: '' };
  const decided = new AbortController();
  const inner: World = { ...world, signal: AbortSignal.any([world.signal, decided.signal]) };
  const asked = ask(inner, order, gate, lookout.id);
  const watched = watchReady(inner, lookout, order, order.intervalMs);
  try {
    return await Promise.race([asked, watched]);
  } finally {
    decided.abort(new Error('the gate is decided'));
    // The one that lost the race ends with that error.
    for (const one of [asked, watched]) one.catch(() => undefined);
  }
}

async function ask(
  world: World,
  order: DeploymentOrder,
  gate: Exclude<Gate, { kind: 'open' }>,
  id: string,
): Promise<GateVerdict> {
  switch (gate.kind) {
    case 'health':
      return await askHealth(world, order, gate, id);
    case 'http':
      return await askHttp(world, order, gate);
    case 'command':
      return await askCommand(world, order, gate, id);
  }
}
