/** Does the same with every item, some at a time, and answers in the order of the items. The first that fails ends it. */
export async function atOnce<T, R>(most: number, items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  return results;
}
