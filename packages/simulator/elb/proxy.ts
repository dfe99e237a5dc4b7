import { request as send, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerError, answerFixed, answerRedirect } from './answers.ts';
import { requestHeaders, responseHeaders } from './headers.ts';
import type { ProxyingListener } from './proxying-listener.ts';
import type { Target } from './target.ts';
import type { TargetGroup } from './target-group.ts';
import { chooseGroup } from './weights.ts';

/** A retry never needs more attempts than targets may disappear one after the other. */
const MOST_ATTEMPTS = 5;

/**
 * How one attempt to pass a request to a target ended. `unsent`: there was no connection; `stale`: the target had closed the
 * pooled connection; `lost`: a new connection broke before the answer.
 */
type Attempt = 'done' | 'unsent' | 'stale' | 'lost' | 'timeout';

/** Answers one request of a client by the listener's rules. Never rejects. */
export async function proxy(
  listener: ProxyingListener,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = listener.route(request).at(-1);
  switch (action?.Type) {
    case 'fixed-response':
      answerFixed(response, action);
      return;
    case 'redirect':
      answerRedirect(request, response, action, listener);
      return;
    case 'forward': {
      const group = listener.host.targetGroup(chooseGroup(action) ?? '');
      if (group === undefined) answerError(response, 503);
      else await forward(listener, group, request, response);
      return;
    }
    case 'authenticate-cognito':
    case 'authenticate-oidc':
    case 'jwt-validation':
    case undefined:
    default:
      answerError(response, 503);
  }
}

async function forward(
  listener: ProxyingListener,
  group: TargetGroup,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let pooled = isBodyless(request);
  let target = group.next();
  for (let attempt = 1; target !== undefined; attempt += 1) {
    target.enter();
    let result: Attempt;
    try {
      result = await attemptOn(listener, target, request, response, pooled);
    } finally {
      target.leave();
    }
    if (result === 'done') return;
    if (result === 'timeout') {
      answerError(response, 504);
      return;
    }
    // A pooled connection may be closed by the target at the moment in which it is reused, and a target may leave between
    // the choice and the connection. Neither is the application's failure; anything else is, and the client sees it.
    const left = !group.serves(target);
    const again = result === 'stale' || (result === 'unsent' && left);
    if (!again || response.headersSent || attempt === MOST_ATTEMPTS) {
      answerError(response, 502);
      return;
    }
    pooled = false;
    if (left) target = group.next();
  }
  answerError(response, 503);
}

/** Only such requests may travel on a reused connection, because only they can be repeated. */
function isBodyless(request: IncomingMessage): boolean {
  return (
    ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(request.method ?? '') &&
    request.headers['transfer-encoding'] === undefined &&
    Number(request.headers['content-length'] ?? 0) === 0
  );
}

async function attemptOn(
  listener: ProxyingListener,
  target: Target,
  request: IncomingMessage,
  response: ServerResponse,
  pooled: boolean,
): Promise<Attempt> {
  const address = listener.host.resolve(target.id, target.port);
  if (address === undefined) return 'unsent';
  const outgoing: ClientRequest = send({
    host: address.host,
    port: address.port,
    method: request.method,
    path: request.url,
    headers: requestHeaders(request, listener),
    agent: pooled ? target.agent : false,
  });
  return await new Promise<Attempt>((resolve) => {
    let connected = false;
    let timedOut = false;
    const fail = (): void => {
      if (timedOut) resolve('timeout');
      else if (!connected) resolve('unsent');
      else resolve(outgoing.reusedSocket ? 'stale' : 'lost');
    };
    outgoing.setTimeout(listener.host.idleTimeoutMs(), () => {
      timedOut = true;
      outgoing.destroy();
    });
    const clientGone = (): void => {
      if (!response.writableFinished) outgoing.destroy();
      resolve('done');
    };
    response.once('close', clientGone);
    outgoing.once('socket', (socket) => {
      const begin = (): void => {
        connected = true;
        if (isBodyless(request)) outgoing.end();
        else request.pipe(outgoing);
      };
      if (socket.connecting) socket.once('connect', begin);
      else begin();
    });
    outgoing.once('error', () => {
      response.off('close', clientGone);
      fail();
    });
    outgoing.on('information', (information) => {
      if (information.statusCode === 103) response.writeEarlyHints(information.headers as never);
    });
    outgoing.once('response', (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage ?? '', responseHeaders(incoming));
      // Without this the head of a slow stream would wait for its first byte.
      response.flushHeaders();
      incoming.once('error', () => {
        response.destroy();
        resolve('done');
      });
      response.once('finish', () => {
        resolve('done');
      });
      incoming.pipe(response);
    });
  });
}
