import { stackOf } from './reason.ts';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDate } from 'node:util/types';
import { ApiError } from './api-error.ts';
import { control } from './control.ts';
import { markInjected, observe } from './exchange.ts';
import { textsOf } from './faults.ts';
import { expired, injectedError, throttled } from './injected.ts';
import { encodeError, encodeSuccess, parseForm } from './query-protocol.ts';
import { MAX_BODY, parseJson, readBody } from './request-body.ts';
import { send } from './send.ts';
import type { Caller, Service } from './service.ts';
import type { Simulator } from './simulator.ts';
import { isSigned, strangerOf } from './stranger.ts';

/** Namespace of errors in front of the Query services. */
const NO_SERVICE = 'http://webservices.amazon.com/AWSFault/2005-15-09';

/** Calls of STS that get credentials by another proof than a signature. */
const UNSIGNED = ['AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'];

/** Serves the AWS APIs, the registry and the control interface on one port; resolves once it listens. */
export async function listen(sim: Simulator, port = 0, host = '127.0.0.1'): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    const stranger = strangerOf(request, host);
    if (stranger !== undefined) {
      turnAway(request, response, stranger);
      return;
    }
    handle(sim, request, response).catch((error: unknown) => {
      // The client went away in the middle of its request.
      if (request.destroyed && !request.complete) return;
      sim.log(`internal error: ${stackOf(error)}`);
      if (response.headersSent) response.end();
      else send(response, 500, {});
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  sim.baseUrl = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${bound}`;
  return server;
}

async function handle(sim: Simulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The registry reads the host as part of the URL.
  const { url = '/', headers } = request;
  const readable = URL.canParse(url, `http://${headers.host ?? 'localhost'}`) && isEncoded(url);
  const path = readable ? new URL(url, 'http://localhost').pathname : '';
  if (path.startsWith('/_simulator')) {
    await control(sim, request, response, path);
    return;
  }
  for (const service of sim.services) {
    const route = service.routes?.find(({ prefix }) => path.startsWith(prefix));
    if (route !== undefined) {
      await route.handle(request, response, path);
      return;
    }
  }
  // Answers tell AWS time, as AWS's do.
  response.setHeader('date', sim.clock.date().toUTCString());
  await api(sim, request, response);
}

/** Answers a request that may come from a strange web page, in the form that its caller reads; nothing is recorded. */
function turnAway(request: IncomingMessage, response: ServerResponse, why: string): void {
  const error = new ApiError('AccessDeniedException', `The simulator refuses this request: ${why}`, 403);
  // The rest of the body is not read.
  response.setHeader('connection', 'close');
  const id = randomUUID();
  if (isForm(request)) answerXml(response, id, encodeError(NO_SERVICE, error, id), error.status);
  else if (header(request, 'x-amz-target') !== '') answerJson(response, id, error);
  else {
    // `errors` is what the registry's clients read.
    const { code, message } = error;
    const body = { code, message, errors: [{ code: 'DENIED', message }] };
    send(response, error.status, { 'content-type': 'application/json' }, `${JSON.stringify(body)}\n`);
  }
}

function isForm(request: IncomingMessage): boolean {
  return header(request, 'content-type').startsWith('application/x-www-form-urlencoded');
}

function isEncoded(url: string): boolean {
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

async function api(sim: Simulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID();
  const body = await readBody(request);
  if (body === undefined) {
    answerJson(
      response,
      requestId,
      new ApiError('RequestEntityTooLargeException', `The request is larger than ${MAX_BODY} bytes`, 413),
    );
    return;
  }
  observe(request, body, response);
  const target = header(request, 'x-amz-target');
  if (target !== '') {
    const [prefix, ...rest] = target.split('.');
    const operation = rest.join('.');
    const service = [...sim.services].find((one) => one.protocol === 'json' && one.targetPrefix === prefix);
    if (service === undefined) {
      refuse(sim, response, requestId, prefix ?? '', operation, 'UnknownOperationException');
      return;
    }
    let input: object;
    try {
      input = parseJson(body);
    } catch (error) {
      answerJson(response, requestId, error as ApiError);
      return;
    }
    await answer(sim, request, response, service, operation, input, requestId);
    return;
  }
  if (isForm(request)) {
    let form;
    try {
      form = parseForm(body);
    } catch (error) {
      answerXml(response, requestId, encodeError(NO_SERVICE, error as ApiError, requestId), 400);
      return;
    }
    const { Action: action, Version: version, ...input } = form;
    if (!isSigned(request) && !(typeof action === 'string' && UNSIGNED.includes(action))) {
      const unsigned = new ApiError(
        'MissingAuthenticationToken',
        'Request is missing Authentication Token',
        403,
      );
      record(sim, requestId, '', typeof action === 'string' ? action : '', unsigned);
      markInjected(response);
      answerXml(response, requestId, encodeError(NO_SERVICE, unsigned, requestId), unsigned.status);
      return;
    }
    const service = [...sim.services].find((one) => one.protocol === 'query' && one.version === version);
    if (service !== undefined && typeof action === 'string') {
      const given = service.protocol === 'query' ? (service.dialect?.input(input) ?? input) : input;
      await answer(sim, request, response, service, action, given, requestId);
      return;
    }
    const message = `Could not find operation ${JSON.stringify(action)} for version ${JSON.stringify(version)}`;
    const unknown = new ApiError('InvalidAction', message);
    record(sim, requestId, '', typeof action === 'string' ? action : '', unknown);
    answerXml(response, requestId, encodeError(NO_SERVICE, unknown, requestId), 400);
    return;
  }
  refuse(
    sim,
    response,
    requestId,
    '',
    `${request.method ?? ''} ${request.url ?? ''}`,
    'UnknownOperationException',
  );
}

async function answer(
  sim: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  service: Service,
  operation: string,
  input: object,
  requestId: string,
): Promise<void> {
  const credential = /Credential=([^/,\s]+)\//.exec(header(request, 'authorization'));
  const caller: Caller = {
    internal: false,
    requestId,
    accessKeyId: credential?.[1] ?? '',
    baseUrl: `http://${header(request, 'host')}`,
  };
  const refuseWith = (error: ApiError): ApiError => {
    markInjected(response);
    record(sim, requestId, service.name, operation, error, input);
    return error;
  };
  const fault = sim.faults.take({
    service: service.name,
    operation,
    names: () => [
      ...textsOf(input),
      ...sim.permissions(service.name, operation, input).flatMap(({ resources }) => resources),
    ],
  });
  if (fault?.latencyMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
  if (fault?.reset === 'before') {
    sim.recordRefusal({ id: requestId, service: service.name, operation, input, status: 0 });
    request.socket.destroy();
    return;
  }
  const ended = sim.credentials.isExpired(caller.accessKeyId, sim.clock.now());
  const error = ended
    ? expired(service)
    : sim.rateLimits?.allows(service.name, operation) === false
      ? throttled(service)
      : fault &&
        injectedError(fault, service, operation, sim.permissions(service.name, operation, input), sim.user);
  let result: object | ApiError;
  if (error === undefined) {
    try {
      result = await sim.execute(service, operation, input, caller, fault?.staleSeconds);
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      result = failure;
    }
  } else result = refuseWith(error);
  if (fault?.reset === 'after') {
    request.socket.destroy();
    return;
  }
  if (service.protocol === 'json') {
    answerJson(response, requestId, result, service.jsonVersion);
    return;
  }
  if (result instanceof ApiError)
    answerXml(
      response,
      requestId,
      service.dialect?.refusal(result, requestId) ?? encodeError(service.xmlNamespace, result, requestId),
      result.status,
    );
  else answerXml(response, requestId, encodeSuccess(service, operation, result, requestId), 200);
}

function answerXml(response: ServerResponse, requestId: string, body: string, status: number): void {
  send(response, status, { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body);
}

function answerJson(
  response: ServerResponse,
  requestId: string,
  result: object | ApiError,
  version: '1.0' | '1.1' = '1.1',
): void {
  const failure = result instanceof ApiError ? result : undefined;
  const members =
    failure === undefined ? result : { __type: failure.code, message: failure.message, ...failure.members };
  const headers = {
    'content-type': `application/x-amz-json-${version}`,
    'x-amzn-requestid': requestId,
    ...(failure === undefined ? {} : { 'x-amzn-errortype': failure.code }),
    // For callers that know the errors of the service's older protocol, Query.
    ...(failure === undefined || version === '1.1'
      ? {}
      : { 'x-amzn-query-error': `${failure.code};${failure.status >= 500 ? 'Receiver' : 'Sender'}` }),
  };
  send(response, failure?.status ?? 200, headers, JSON.stringify(wire(members)));
}

/** Dates are epoch seconds in AWS JSON 1.1; `JSON.stringify` alone would make strings of them. */
function wire(value: unknown): unknown {
  // Not instanceof: a structured clone may come from another realm.
  if (isDate(value)) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(wire);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wire(member)]));
  }
  return value;
}

function refuse(
  sim: Simulator,
  response: ServerResponse,
  id: string,
  service: string,
  operation: string,
  code: string,
): void {
  const error = new ApiError(code, `The simulator does not know ${service}:${operation}`);
  record(sim, id, service, operation, error);
  answerJson(response, id, error);
}

function record(
  sim: Simulator,
  id: string,
  service: string,
  operation: string,
  error: ApiError,
  input: object = {},
): void {
  const { code, message, status } = error;
  sim.recordRefusal({ id, service, operation, input, status, error: { code, message } });
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}
