import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A headless browser, driven by the devtools protocol. */
export interface Chromium {
  /** Opens the address in a tab of its own and waits until its document is loaded. */
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

export interface Page {
  /** The value of an expression in the page, once its promise is fulfilled. @throws Error with the page's own error */
  run<T>(expression: string): Promise<T>;
}

/** Starts the browser with a profile of its own; every name below `.example` is this machine. */
export async function startChromium(program: string): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'cutover-chromium-'));
  const child = spawn(
    program,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--no-proxy-server',
      '--disable-background-networking',
      '--host-resolver-rules=MAP *.example 127.0.0.1',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'close');
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const devtools = await Devtools.connect(await addressOf(child));
    return { open: async (url) => await devtools.open(url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the browser has no standard error');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /^DevTools listening on (ws:\S+)$/.exec(line) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`the browser ended without an address: ${said.slice(-5).join('\n')}`);
}

class Devtools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #loaded = new Map<string, () => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const reply = JSON.parse(String(data)) as Reply;
      if (reply.id !== undefined) this.#waiting.get(reply.id)?.(reply);
      else if (reply.method === 'Page.loadEventFired') this.#loaded.get(reply.sessionId ?? '')?.();
    });
  }

  static async connect(address: string): Promise<Devtools> {
    const socket = new WebSocket(address);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)));
    });
    return new Devtools(socket);
  }

  async open(url: string): Promise<Page> {
    const { targetId } = await this.#send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const { sessionId } = await this.#send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    await this.#send('Page.enable', {}, sessionId);
    const loaded = new Promise<void>((resolve) => this.#loaded.set(sessionId, resolve));
    const { errorText } = await this.#send<{ errorText?: string }>('Page.navigate', { url }, sessionId);
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    await loaded;
    return {
      run: async <T>(expression: string) => {
        const { result, exceptionDetails } = await this.#send<{
          result: { value: T };
          exceptionDetails?: { exception?: { description?: string } };
        }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
        if (exceptionDetails !== undefined)
          throw new Error(exceptionDetails.exception?.description ?? 'the page threw');
        return result.value;
      },
    };
  }

  async #send<T>(method: string, params: object, sessionId?: string): Promise<T> {
    const id = ++this.#last;
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(
        JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }),
      );
    });
    this.#waiting.delete(id);
    if (reply.error !== undefined) throw new Error(`${method}: ${reply.error.message}`);
    return reply.result as T;
  }
}
