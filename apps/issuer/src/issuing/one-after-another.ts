/** Runs works of the same name one after the other, in the order in which they came; one that fails holds up none. */
export type OneAfterAnother = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function oneAfterAnother(): OneAfterAnother {
  const turns = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = turns.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    const last = mine.catch(() => undefined).then(() => void (turns.get(name) === last && turns.delete(name)));
    turns.set(name, last);
    return mine;
  };
}
