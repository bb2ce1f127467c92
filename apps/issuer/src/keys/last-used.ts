/** A map of bounded size, which leaves out what was not asked for longest. */
export interface LastUsed<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
  delete(name: string): void;
  /** A copy: it may be changed meanwhile. */
  all(): readonly (readonly [string, T])[];
}

export function lastUsed<T>(size: number): LastUsed<T> {
  const entries = new Map<string, T>();
  const set = (name: string, value: T): void => {
    entries.delete(name);
    entries.set(name, value);
    const [oldest] = entries.keys();
    if (entries.size > size && oldest !== undefined) entries.delete(oldest);
  };
  return {
    get(name) {
      const value = entries.get(name);
      if (value !== undefined) set(name, value);
      return value;
    },
    set,
    delete: (name) => void entries.delete(name),
    all: () => [...entries],
  };
}
