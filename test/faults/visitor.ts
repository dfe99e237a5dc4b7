import { Agent, get } from 'node:http';
import { setTimeout } from 'node:timers/promises';

const PAUSE_MS = 10;

/** Somebody who uses the service all the while: one request after the other, and every one has to be answered. */
export class Visitor {
  requests = 0;
  /** What went wrong, by request. */
  readonly dropped: string[] = [];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;
  #visit: Promise<void> | undefined;
  #leaving = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** From now on requests are sent. */
  enter(): void {
    this.#visit = this.#stay();
  }

  /** The revision that answers now. */
  async ask(): Promise<string> {
    return await new Promise((resolve, reject) => {
      get(this.#url, { agent: this.#agent }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`HTTP ${response.statusCode ?? 0} ${body}`));
        });
        response.on('error', reject);
      }).on('error', reject);
    });
  }

  /** Resolves once the last request is answered. */
  async leave(): Promise<void> {
    this.#leaving = true;
    await this.#visit;
    this.#agent.destroy();
  }

  async #stay(): Promise<void> {
    while (!this.#leaving) {
      this.requests += 1;
      try {
        await this.ask();
      } catch (error) {
        this.dropped.push(
          `request ${this.requests}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      await setTimeout(PAUSE_MS);
    }
  }
}
