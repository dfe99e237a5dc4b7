import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** GitHub's issuer of identity tokens, as far as a job sees it. Its tokens are signed by nobody, and only a simulator takes them. */
export class IdentityProvider {
  readonly #server: Server;
  /** Audiences asked for, in order. */
  readonly asked: string[] = [];
  readonly tokens: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(subject = 'repo:octo/shop:environment:production'): Promise<IdentityProvider> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (request.headers.authorization !== 'Bearer request-token') {
        response.writeHead(401).end();
        return;
      }
      const audience = url.searchParams.get('audience') ?? '';
      provider.asked.push(audience);
      const claims = {
        iss: 'https://token.actions.githubusercontent.com',
        sub: subject,
        aud: audience,
        jti: provider.asked.length,
      };
      const token = `${encoded({ alg: 'none' })}.${encoded(claims)}.signature${provider.asked.length}`;
      provider.tokens.push(token);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: token }));
    });
    const provider = new IdentityProvider(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  /** Variables that the runner gives a job with `id-token: write`. */
  get env(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
