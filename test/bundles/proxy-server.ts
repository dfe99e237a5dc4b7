import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/**
 * An HTTP proxy that counts. Every host behind it is this machine, so that names need no resolution: who resolves them
 * himself has gone past it.
 */
export class ProxyServer {
  /** `GET aws.example.test:4566` and `CONNECT shop.example.com:443`, in the order in which they came. */
  readonly seen: string[] = [];
  /** Credentials that clients gave for the proxy itself. */
  readonly credentials: (string | undefined)[] = [];
  /** Refuses tunnels with this status when it is set. */
  refuse: number | undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((incoming, response) => {
      const url = new URL(incoming.url ?? '');
      this.seen.push(`${incoming.method ?? ''} ${url.host}`);
      this.credentials.push(incoming.headers['proxy-authorization']);
      const host = `127.0.0.1:${url.port}`;
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: url.port,
          method: incoming.method,
          path: `${url.pathname}${url.search}`,
          headers: { ...incoming.headers, host },
        },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      outgoing.on('error', () => response.writeHead(502).end('the proxy did not get through'));
      incoming.pipe(outgoing);
    });
    this.#server.on('connect', (incoming, client, head) => {
      this.seen.push(`CONNECT ${incoming.url ?? ''}`);
      this.credentials.push(incoming.headers['proxy-authorization']);
      if (this.refuse !== undefined) {
        client.end(`HTTP/1.1 ${this.refuse} Refused\r\n\r\n`);
        return;
      }
      const upstream = connect(Number((incoming.url ?? '').split(':').at(-1)), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.write(head);
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
      client.on('error', () => upstream.destroy());
    });
  }

  static async open(): Promise<ProxyServer> {
    const proxy = new ProxyServer();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
