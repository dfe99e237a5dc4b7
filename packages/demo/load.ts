/** Observations of the load generator. */
export interface Traffic {
  readonly requests: number;
  readonly failed: number;
  /** Answers by the version that gave them. */
  readonly byVersion: Readonly<Record<string, number>>;
  /** The first failures, with their moment. */
  readonly failures: readonly string[];
}

export interface Load {
  traffic(): Traffic;
  /** Stops and resolves once every request under way has ended. */
  stop(): Promise<Traffic>;
}

/**
 * Sends requests one after another from `clients` clients, as browsers would, until stopped. A request fails when no
 * answer comes or its status is not 2xx.
 */
export function startLoad(url: string, clients: number, pauseMs: number): Load {
  const stopped = new AbortController();
  let requests = 0;
  const byVersion: Record<string, number> = {};
  const failures: string[] = [];
  let failed = 0;

  const client = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      requests += 1;
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
        const body = await response.text();
        if (!response.ok) throw new Error(`status ${response.status}: ${body.slice(0, 200)}`);
        const version = versionOf(body);
        byVersion[version] = (byVersion[version] ?? 0) + 1;
      } catch (error) {
        failed += 1;
        const cause =
          error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
        if (failures.length < 10) {
          failures.push(
            `${new Date().toISOString()} ${error instanceof Error ? error.message : String(error)}${cause}`,
          );
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const clientsDone = Promise.all(Array.from({ length: clients }, client));
  const traffic = (): Traffic => ({ requests, failed, byVersion: { ...byVersion }, failures: [...failures] });
  return {
    traffic,
    stop: async () => {
      stopped.abort();
      await clientsDone;
      return traffic();
    },
  };
}

/** Answers since an earlier moment. */
export function since(before: Traffic, now: Traffic): Traffic {
  return {
    requests: now.requests - before.requests,
    failed: now.failed - before.failed,
    byVersion: Object.fromEntries(
      Object.entries(now.byVersion).map(([version, count]) => [
        version,
        count - (before.byVersion[version] ?? 0),
      ]),
    ),
    failures: now.failures.slice(before.failures.length),
  };
}

function versionOf(body: string): string {
  try {
    const { version } = JSON.parse(body) as { version?: unknown };
    if (typeof version === 'string' || typeof version === 'number') return `${version}`;
  } catch {
    // The placeholder that the stack starts with answers plain text.
  }
  return 'placeholder';
}
