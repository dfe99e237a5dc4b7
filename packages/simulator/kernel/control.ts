import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { isDeep, readBody } from './request-body.ts';
import { known, members, readFault, show } from './fault-form.ts';
import { send } from './send.ts';
import type { Simulator } from './simulator.ts';

/** Bytes: a list of faults or of findings is far smaller. */
const MAX_CONTROL_BODY = 4 * 1024 * 1024;
/** Ten years. */
const MAX_ADVANCE_S = 315_360_000;

/** The simulator's own interface below `/_simulator`; what is wrong with a request is answered with status 400. */
export async function control(
  sim: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  try {
    await route(sim, request, response, path);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    answer(response, error.status, { code: error.code, message: error.message });
  }
}

async function route(
  sim: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const name = `${request.method ?? 'GET'} ${path}`;
  switch (name) {
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
      const body = await json<unknown>(request);
      const services = [...sim.services];
      const faults = Array.isArray(body)
        ? body.map((fault: unknown, index) => readFault(fault, services, `faults[${index}]`))
        : [readFault(body, services)];
      for (const fault of faults) sim.faults.add(fault);
      return answer(response, 200, sim.faults.list());
    }
    case 'DELETE /_simulator/faults':
      sim.faults.clear();
      return answer(response, 200, []);
    case 'POST /_simulator/reset':
      await sim.reset();
      return answer(response, 200, {});
    case 'POST /_simulator/clock': {
      const body = members(await json<unknown>(request), 'the body');
      known(body, ['advanceSeconds'], 'the body', '');
      const { advanceSeconds } = body;
      if (typeof advanceSeconds !== 'number' || !(advanceSeconds >= 0 && advanceSeconds <= MAX_ADVANCE_S)) {
        const message = `advanceSeconds must be a number from 0 to ${MAX_ADVANCE_S}, not ${show(advanceSeconds)}`;
        throw new ApiError('InvalidParameterException', message);
      }
      await sim.clock.advance(advanceSeconds * 1000);
      return answer(response, 200, { now: sim.clock.now() });
    }
    default: {
      for (const { controls } of sim.services) {
        const run = controls?.[name];
        if (run === undefined) continue;
        return answer(response, 200, await run(await json(request)));
      }
      return answer(response, 404, { message: `no such control: ${name}` });
    }
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, { 'content-type': 'application/json' }, `${JSON.stringify(body, null, 1)}\n`);
}

function parseControl(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    if (!isDeep(value)) return value;
  } catch {
    throw new ApiError('SerializationException', 'the request body is not valid JSON');
  }
  throw new ApiError('SerializationException', 'the request body is nested too deeply');
}

async function json<T>(request: IncomingMessage): Promise<T> {
  const text = await readBody(request, MAX_CONTROL_BODY);
  if (text === undefined)
    throw new ApiError(
      'RequestEntityTooLargeException',
      `the body is larger than ${MAX_CONTROL_BODY} bytes`,
      413,
    );
  const value: unknown = parseControl(text);
  if (typeof value !== 'object' || value === null)
    throw new ApiError('SerializationException', 'the request body is neither an object nor a list');
  return value as T;
}
