import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { requestHeaders } from './headers.ts';
import type { ProxyingListener } from './proxying-listener.ts';
import { chooseGroup } from './weights.ts';

/** Passes a connection that changes its protocol, such as a WebSocket, to a target. */
export function proxyUpgrade(
  listener: ProxyingListener,
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
): void {
  const action = listener.route(request).at(-1);
  const group = action === undefined ? undefined : listener.host.targetGroup(chooseGroup(action) ?? '');
  const target = group?.next();
  const address = target && listener.host.resolve(target.id, target.port);
  if (target === undefined || address === undefined) {
    client.end(
      'HTTP/1.1 503 Service Temporarily Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
    return;
  }
  target.enter();
  const upstream = connect(address.port, address.host, () => {
    const headers = requestHeaders(request, listener);
    const lines = [`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/1.1`];
    for (let index = 0; index < headers.length; index += 2)
      lines.push(`${headers[index] ?? ''}: ${headers[index + 1] ?? ''}`);
    lines.push('Connection: Upgrade', `Upgrade: ${request.headers.upgrade ?? ''}`);
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(client);
    client.pipe(upstream);
  });
  upstream.once('close', () => {
    target.leave();
    client.destroy();
  });
  upstream.on('error', () => {
    client.destroy();
  });
  client.on('error', () => {
    upstream.destroy();
  });
  client.once('close', () => {
    upstream.destroy();
  });
}
