import type { World } from '../world.ts';
import { askCommand } from './gate-command.ts';
import { askHealth } from './gate-health.ts';
import { askHttp } from './gate-http.ts';
import type { Gate, GateVerdict } from './gate-kinds.ts';
import type { Engine } from './engine.ts';
import type { Lookout } from './lookout.ts';
import type { Watch } from './order.ts';
import { watchReady } from './watch-ready.ts';

/**
 * Asks the gate, as long as the deployment waits to be continued.
 * @throws the signal's reason when the step is cancelled; errors of the AWS calls
 */
export async function passGate(
  world: World,
  engine: Engine,
  order: Watch,
  gate: Gate,
  lookout: Lookout,
): Promise<GateVerdict> {
  if (gate.kind === 'open') return { kind: 'passed', reason: '' };
  const decided = new AbortController();
  const inner: World = { ...world, signal: AbortSignal.any([world.signal, decided.signal]) };
  const asked = ask(inner, engine, order, gate, lookout.id);
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
  engine: Engine,
  order: Watch,
  gate: Exclude<Gate, { kind: 'open' }>,
  id: string,
): Promise<GateVerdict> {
  switch (gate.kind) {
    case 'health':
      return await askHealth(world, engine, order, gate, id);
    case 'http':
      return await askHttp(world, order, gate);
    case 'command':
      return await askCommand(world, order, gate, id);
  }
}
