import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A deployment that GitHub made for a job with an environment. */
interface GithubDeployment {
  readonly id: number;
  readonly environment: string;
  /** Id of the run whose job it belongs to. */
  readonly run: string;
  readonly state: string;
}

/** GitHub's API, as far as the comparison of two commits and the statuses of deployments go. */
export class FakeGithub {
  /** `base...head` of every comparison that was asked for. */
  readonly compared: string[] = [];
  /** What a comparison says; a number is the status of an answer that says nothing. */
  relation: 'ahead' | 'behind' | 'diverged' | 'identical' | number = 'ahead';
  deployments: readonly GithubDeployment[] = [];
  /** Whether the token has `deployments: write`. */
  mayWrite = true;
  /** Statuses that were created. */
  readonly statuses: { readonly id: number; readonly [member: string]: unknown }[] = [];
  /** Number of calls about deployments. */
  asked = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      if (/^\/repos\/octo\/shop\/deployments\b/.test(request.url ?? '')) {
        void this.#answerDeployments(request, response);
        return;
      }
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

  async #answerDeployments(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked++;
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const url = new URL(request.url ?? '', 'http://localhost');
    const [, id] = /deployments\/(\d+)\/statuses$/.exec(url.pathname) ?? [];
    const body = await text(request);
    if (request.headers.authorization !== 'token let-me-read' || !this.mayWrite)
      answer(403, { message: 'Resource not accessible by integration' });
    else if (request.method === 'POST') {
      this.statuses.push({ ...(JSON.parse(body) as object), id: Number(id) });
      answer(201, {});
    } else if (id === undefined) {
      const environment = url.searchParams.get('environment');
      answer(
        200,
        this.deployments.filter((one) => environment === null || one.environment === environment),
      );
    } else {
      const found = this.deployments.find((one) => one.id === Number(id));
      const log = `https://github.com/octo/shop/actions/runs/${found?.run}/job/7`;
      answer(200, found === undefined ? [] : [{ state: found.state, log_url: log }]);
    }
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
