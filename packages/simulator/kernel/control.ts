import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import type { Fault } from './faults.ts';
import type { Simulator } from './simulator.ts';

/** The simulator's own interface below `/_simulator`. */
export async function control(
  sim: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const route = `${request.method ?? 'GET'} ${path}`;
  switch (route) {
    case 'GET /_simulator/health':
      return answer(response, 200, { status: 'ok', now: sim.clock.now(), timeScale: sim.clock.scale });
    case 'GET /_simulator/requests':
      return answer(response, 200, sim.calls);
    case 'DELETE /_simulator/requests':
      sim.calls.length = 0;
      return answer(response, 200, {});
    case 'GET /_simulator/state':
      return answer(
        response,
        200,
        Object.fromEntries([...sim.services].map((service) => [service.name, service.snapshot?.() ?? {}])),
      );
    case 'GET /_simulator/faults':
      return answer(response, 200, sim.faults.list());
    case 'POST /_simulator/faults': {
      const faults = await json<Fault | Fault[]>(request);
      for (const fault of Array.isArray(faults) ? faults : [faults]) sim.faults.add(fault);
      return answer(response, 200, sim.faults.list());
    }
    case 'DELETE /_simulator/faults':
      sim.faults.clear();
      return answer(response, 200, []);
    case 'POST /_simulator/clock': {
      const { advanceSeconds = 0 } = await json<{ advanceSeconds?: number }>(request);
      await sim.clock.advance(advanceSeconds * 1000);
      return answer(response, 200, { now: sim.clock.now() });
    }
    default: {
      for (const { controls } of sim.services) {
        const run = controls?.[route];
        if (run === undefined) continue;
        try {
          return answer(response, 200, await run(await json(request)));
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          return answer(response, error.status, { code: error.code, message: error.message });
        }
      }
      return answer(response, 404, { message: `no such control: ${route}` });
    }
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body, null, 1)}\n`);
}

async function json<T>(request: IncomingMessage): Promise<T> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) text += chunk;
  return JSON.parse(text === '' ? '{}' : text) as T;
}
