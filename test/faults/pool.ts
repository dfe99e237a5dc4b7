/** Cells that are played at the same time: most of a cell is waiting for a process or for a repeated call. */
export const AT_ONCE = 5;

/** Does it for every item, some at a time, and keeps the order. */
export async function pool<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  atOnce = AT_ONCE,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < items.length) {
        const index = next++;
        results[index] = await act(items[index] as T);
      }
    }),
  );
  return results;
}
