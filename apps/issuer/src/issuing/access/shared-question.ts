/**
 * Asks for all who want the same thing at the same time. Who comes while a question is under way waits for the next one, which goes for all that have
 * come by then: so an answer is never older than the wish for it.
 */
export function sharedQuestion<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, { readonly now: Promise<unknown>; next: Promise<T> | null }>();
  const begin = (key: string): Promise<T> => {
    const answer = ask(key);
    const mine = { now: answer, next: null };
    running.set(key, mine);
    const end = (): void => {
      if (mine.next === null && running.get(key) === mine) running.delete(key);
    };
    answer.then(end, end);
    return answer;
  };
  return (key) => {
    const before = running.get(key);
    if (before === undefined) return begin(key);
    const again = (): Promise<T> => begin(key);
    before.next ??= before.now.then(again, again);
    return before.next;
  };
}
