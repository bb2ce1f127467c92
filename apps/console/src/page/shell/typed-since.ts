export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The members that are no longer what they were. */
export function changes<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]])) as Partial<T>;
}

/** What stands in a form after it was sent: what came of it, and what was typed since. */
export function withTyped<T extends object>(came: T, sent: T, now: T): T {
  return { ...came, ...changes(sent, now) };
}
