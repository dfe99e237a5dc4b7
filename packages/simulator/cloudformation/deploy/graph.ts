/**
 * Runs `work` for every id once all that it needs are done, independent ones side by side. After the first failure
 * nothing more is begun; resolves when all that was begun has ended, with the ids that failed.
 */
export async function runGraph(
  ids: Iterable<string>,
  needsOf: (id: string) => Iterable<string>,
  work: (id: string) => Promise<void>,
  onFailure: (id: string, error: unknown) => void,
  keepGoing = false,
): Promise<void> {
  const all = new Set(ids);
  const running = new Map<string, Promise<boolean>>();
  let failed = false;
  const run = async (id: string): Promise<boolean> => {
    const needs = [...needsOf(id)].filter((need) => all.has(need) && need !== id);
    const done = await Promise.all(needs.map(begin));
    if ((failed && !keepGoing) || done.includes(false)) return false;
    try {
      await work(id);
      return true;
    } catch (error) {
      failed = true;
      onFailure(id, error);
      return false;
    }
  };
  const begin = async (id: string): Promise<boolean> => {
    let promise = running.get(id);
    if (promise === undefined) {
      promise = run(id);
      running.set(id, promise);
    }
    return await promise;
  };
  await Promise.all([...all].map(begin));
}
