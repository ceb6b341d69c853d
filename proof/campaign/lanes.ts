/**
 * Does some work for each item of a list, for several at the same time, begun in the list's order.
 * @param lanes how many at the same time
 * @throws what `work` throws
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
