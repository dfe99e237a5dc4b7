import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** GitHub's API, as far as the comparison of two commits goes. */
export class FakeGithub {
  /** `base...head` of every comparison that was asked for. */
  readonly compared: string[] = [];
  /** What a comparison says; a number is the status of an answer that says nothing. */
  relation: 'ahead' | 'behind' | 'diverged' | 'identical' | number = 'ahead';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const [, basehead] = /^\/repos\/octo\/shop\/compare\/([^?]+)/.exec(request.url ?? '') ?? [];
      if (basehead === undefined || request.headers.authorization !== 'token let-me-read') {
        response.writeHead(404).end('{}');
        return;
      }
      this.compared.push(decodeURIComponent(basehead));
      const { relation } = this;
      if (typeof relation === 'number') {
        response.writeHead(relation, { 'content-type': 'application/json' }).end('{"message":"no"}');
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: relation, commits: [], files: [] }));
    });
  }

  static async open(): Promise<FakeGithub> {
    const github = new FakeGithub();
    await new Promise<void>((resolve) => github.#server.listen(0, '127.0.0.1', resolve));
    return github;
  }

  /** Environment and inputs of an action that asks here. */
  get env(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return { GITHUB_API_URL: `http://127.0.0.1:${port}` };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
