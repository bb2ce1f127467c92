import type { Json, JsonObject } from '@proofmark/schemas';

/** Ends the reading of a document from any depth of it; never seen outside. */
class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Takes a value as what it has to be. @throws Malformed */
export type Reading<T> = (value: Json | undefined) => T;

const MAX_TEXT = 4096;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** Reads a whole document; null when anything in it has another type than it has to. Unknown members are left out. */
export function readDocument<T>(json: Json, read: Reading<T>): T | null {
  try {
    return read(json);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function fail(): never {
  throw new Malformed();
}

export const text: Reading<string> = (value) => (typeof value === 'string' && value.length <= MAX_TEXT ? value : fail());

export const instant: Reading<string> = (value) =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : fail();

export const count: Reading<number> = (value) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail());

export const flag: Reading<boolean> = (value) => (typeof value === 'boolean' ? value : fail());

/** An absent value is null as well. */
export function orNull<T>(read: Reading<T>): Reading<T | null> {
  return (value) => (value === null || value === undefined ? null : read(value));
}

/** One of several texts. */
export function oneOf<const T extends string>(values: readonly T[]): Reading<T> {
  return (value) => values.find((each) => each === value) ?? fail();
}

/** An array. @param most a longer one is no such document */
export function list<T>(read: Reading<T>, most: number): Reading<readonly T[]> {
  return (value) => (Array.isArray(value) && value.length <= most ? (value as readonly Json[]).map(read) : fail());
}

/** An array of which only the items count whose `key` has a value that is known: a later version may know more. */
export function knownOf<T>(key: string, values: readonly string[], read: Reading<T>, most: number): Reading<readonly T[]> {
  const all = list((value) => {
    const known = text(object(value)(key));
    return values.includes(known) ? [read(value)] : [];
  }, most);
  return (value) => all(value).flat();
}

/** An object, by its own members only. */
export function object(value: Json | undefined): (key: string) => Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail();
  return (key) => (Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined);
}
