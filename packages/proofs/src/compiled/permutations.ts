/** Every order of some items, one after the other. The array that it gives is used again for the next one. */
export function* permutations(items: readonly number[]): Generator<readonly number[]> {
  const order = [...items];
  yield order;
  // Heap's algorithm: each step swaps two.
  const counts = new Array<number>(order.length).fill(0);
  for (let i = 1; i < order.length; ) {
    const count = counts[i] as number;
    if (count >= i) {
      counts[i] = 0;
      i++;
      continue;
    }
    const other = i % 2 === 0 ? 0 : count;
    [order[i], order[other]] = [order[other] as number, order[i] as number];
    yield order;
    counts[i] = count + 1;
    i = 1;
  }
}
