import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** GitHub's answers to the demonstration's jobs: every release is newer than the one before. */
export class GithubStandIn {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<GithubStandIn> {
    const server = createServer((request, response) => {
      const isComparison = request.url?.startsWith('/repos/octo/shop/compare/') === true;
      response.writeHead(isComparison ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isComparison ? { status: 'ahead', commits: [], files: [] } : {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new GithubStandIn(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
