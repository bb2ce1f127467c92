/** A value, and whether it was read some time ago. */
export interface Kept<T> {
  readonly value: T;
  readonly cached: boolean;
}

/** The values that were asked for last. What uses one compares its version when it commits, so that an old one does no harm. */
export interface VersionCache<T> {
  /** Null, and not kept, when there is none. */
  get(key: string): Promise<Kept<T> | null>;
  forget(key: string): void;
}

/** Keeps at most `max` values. Those who ask at the same time share one question. */
export function versionCache<T>(max: number, load: (key: string) => Promise<T | null>): VersionCache<T> {
  const values = new Map<string, T>();
  const asked = new Map<string, Promise<T | null>>();
  const keep = (key: string, value: T): void => {
    values.delete(key);
    values.set(key, value);
    const oldest = values.size > max ? values.keys().next().value : undefined;
    if (oldest !== undefined) values.delete(oldest);
  };
  const ask = (key: string): Promise<T | null> => {
    const question = load(key)
      .then((value) => {
        // Forgotten meanwhile: it may be of before the change.
        if (value !== null && asked.get(key) === question) keep(key, value);
        return value;
      })
      .finally(() => {
        if (asked.get(key) === question) asked.delete(key);
      });
    asked.set(key, question);
    return question;
  };
  return {
    async get(key) {
      const known = values.get(key);
      if (known !== undefined) {
        keep(key, known);
        return { value: known, cached: true };
      }
      const value = await (asked.get(key) ?? ask(key));
      return value === null ? null : { value, cached: false };
    },
    forget(key) {
      values.delete(key);
      asked.delete(key);
    },
  };
}
