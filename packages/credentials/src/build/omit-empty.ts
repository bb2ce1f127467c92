type Present<T> = Exclude<T, null | undefined>;

/** The type of an object without its empty members. */
export type Dense<T> = { [K in keyof T as undefined extends T[K] ? never : null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : null extends T[K] ? K : never]?: Present<T[K]>;
};

/**
 * Leaves out what is absent, null, an empty string or an empty array.
 * Open Badges 3.0 wants null and empty arrays omitted; an empty string would be shown as a statement.
 */
export function omitEmpty<T extends object>(object: T): Dense<T> {
  const entries = Object.entries(object).filter(
    ([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as Dense<T>;
}
