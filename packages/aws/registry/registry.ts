import { backOff } from '@cutover/domain/backoff';
import { isDigest, type Digest } from '@cutover/domain/image/digest';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { IMAGE_TYPES, INDEX_TYPES, type Descriptor } from '@cutover/domain/image/manifest';
import type { RegistryLogin } from './login.ts';
import type { Connection } from '../client/connection.ts';
import { headersFor, Http } from '../client/http.ts';
import { registryError, TransientRegistryError, type RegistryTarget } from './error.ts';

/** Attempts at one request; an upload that moves forward has as many again. */
const ATTEMPTS = 6;
const PAUSE = { firstMs: 500, longestMs: 20_000 };

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
  readonly tag?: string;
}

/** One repository of a registry over the OCI distribution protocol, with ECR's login. */
export class Registry {
  readonly signal: AbortSignal;
  readonly #clock: Connection['clock'];
  readonly #http: Http;
  readonly #repository: string;
  readonly #base: string;
  readonly #authorization: string;

  /**
   * @param repository `host/name`; a host of this machine is spoken to in plain HTTP, as Docker does
   */
  constructor(repository: string, login: Omit<RegistryLogin, 'host'>, { clock, proxy, signal }: Connection) {
    const slash = repository.indexOf('/');
    const host = repository.slice(0, slash);
    const local = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
    this.#repository = repository;
    this.#base = `${local ? 'http' : 'https'}://${host}/v2/${repository.slice(slash + 1)}/`;
    const { username, password, bearer } = login;
    this.#authorization =
      bearer === undefined
        ? `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
        : `Bearer ${bearer}`;
    this.#clock = clock;
    this.#http = new Http(proxy);
    this.signal = signal;
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    return await this.#has(`blobs/${digest}`);
  }

  async hasManifest(digest: Digest): Promise<boolean> {
    return await this.#has(`manifests/${digest}`);
  }

  /** The manifest under a tag or digest; undefined when there is none. */
  async manifest(
    reference: string,
  ): Promise<{ readonly text: string; readonly mediaType: string | undefined } | undefined> {
    return await this.retried(async () => {
      const url = new URL(`manifests/${reference}`, this.#base);
      const response = await this.#fetch('GET', url, {
        headers: { accept: [...INDEX_TYPES, ...IMAGE_TYPES].join(', ') },
      });
      if (response.ok) {
        const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim();
        return { text: await response.text(), mediaType };
      }
      const error = await registryError(response, {
        repository: this.#repository,
        request: `GET manifests/${reference}`,
      });
      if (response.status === 404 && !(error instanceof ConfigurationError)) return undefined;
      throw error;
    });
  }

  /** A small blob whole, as text. */
  async blobText(digest: Digest): Promise<string> {
    return await this.retried(async () => await (await this.ask('GET', `blobs/${digest}`)).text());
  }

  /**
   * Stores a manifest under a tag, or under its digest alone.
   * @returns the digest that the registry gave it
   */
  async putManifest({ mediaType, digest }: Descriptor, text: string, tag?: string): Promise<Digest> {
    const response = await this.#put(`manifests/${tag ?? digest}`, {
      headers: { 'content-type': mediaType },
      body: text,
      ...(tag === undefined ? {} : { tag }),
    }).catch(async (error: unknown) => {
      // An immutable tag that stands for this very image: an earlier attempt set it, and its answer was lost.
      if (tag !== undefined && (await this.#digestOf(tag)) === digest) return undefined;
      throw error;
    });
    if (response === undefined) return digest;
    const stored = response.headers.get('docker-content-digest') ?? digest;
    if (!isDigest(stored) || stored !== digest) {
      throw new AwsCallError({
        action: `registry PUT manifests/${tag ?? digest}`,
        code: 'DigestMismatch',
        what: `the registry stored ${stored} where ${digest} was sent`,
        fix: 'Push again; a proxy between the runner and the registry may change what passes through it.',
      });
    }
    return stored;
  }

  /** Makes one request; the body of the answer is left to the caller. @throws the error that an answer above 399 stands for */
  async ask(method: string, location: string, asked: Asked = {}): Promise<Response> {
    const url = new URL(location, this.#base);
    const response = await this.#fetch(method, url, asked);
    if (response.ok) return response;
    const target: RegistryTarget = {
      repository: this.#repository,
      request: `${method} ${url.pathname.replace(/^.*?\/(?=(?:blobs|manifests)\/)/, '')}`,
      ...(asked.tag === undefined ? {} : { tag: asked.tag }),
    };
    throw await registryError(response, target);
  }

  /** Repeats what failed for a reason that may pass. */
  async retried<T>(act: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof TransientRegistryError)) throw error;
        await this.pause(attempt, error);
      }
    }
  }

  /** Waits before attempt `attempt + 1`. @throws AwsCallError when there were enough of them */
  async pause(attempt: number, error: Error): Promise<void> {
    if (attempt >= ATTEMPTS) {
      throw new AwsCallError(
        {
          action: `registry ${this.#repository}`,
          code: 'Unavailable',
          what: `${error.message} (after ${attempt} attempts)`,
          fix: 'Run the job again: what was uploaded stays, only the rest is sent.',
        },
        { cause: error },
      );
    }
    await backOff(this.#clock, attempt, PAUSE, this.signal);
  }

  async #put(location: string, asked: Asked): Promise<Response> {
    return await this.retried(() => this.ask('PUT', location, asked));
  }

  async #digestOf(tag: string): Promise<string | undefined> {
    try {
      const response = await this.ask('HEAD', `manifests/${tag}`, {
        headers: { accept: [...INDEX_TYPES, ...IMAGE_TYPES].join(', ') },
      });
      return response.headers.get('docker-content-digest') ?? undefined;
    } catch {
      // The error of the PUT tells more.
      return undefined;
    }
  }

  async #has(location: string): Promise<boolean> {
    return await this.retried(async () => {
      const url = new URL(location, this.#base);
      const response = await this.#fetch('HEAD', url, {
        headers: { accept: [...INDEX_TYPES, ...IMAGE_TYPES, '*/*'].join(', ') },
      });
      if (response.ok) return true;
      if (response.status === 404) return false;
      throw await registryError(response, { repository: this.#repository, request: `HEAD ${location}` });
    });
  }

  async #fetch(method: string, url: URL, { headers = {}, body }: Asked): Promise<Response> {
    this.signal.throwIfAborted();
    const all = { authorization: this.#authorization, ...headers };
    try {
      return await this.#http.send(url, {
        method,
        // An upload may be sent elsewhere; the login is for this registry alone.
        headers: headersFor(url, new URL(this.#base), all),
        signal: this.signal,
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      this.signal.throwIfAborted();
      const { code, message } = error as { readonly code?: string; readonly message?: string };
      const reason = message || code || String(error);
      if (code === 'EMSGSIZE' || code === 'EDOWNGRADE') throw refusedAnswer(this.#repository, method, reason);
      throw new TransientRegistryError(`${method} ${url.host}${url.pathname}: ${reason}`, { cause: error });
    }
  }
}

/** An answer that no registry gives, and that another attempt would not mend. */
function refusedAnswer(repository: string, method: string, reason: string): AwsCallError {
  return new AwsCallError({
    action: `registry ${method} ${repository}`,
    code: 'UnusableAnswer',
    what: `the answer can't be used: ${reason}`,
    fix: 'Something between the runner and the registry answered. Check the registry, HTTPS_PROXY and what the proxy says.',
  });
}
