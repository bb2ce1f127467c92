/**
 * Leaves the plain path: what is not exactly as we write it is for the full verification, whatever it may be. The exception says nothing
 * and reaches nobody; `verifyPlain` turns every one into null.
 */
export function must(condition: unknown): asserts condition {
  if (!condition) throw new TypeError('not plain');
}

/** A value that must be text: nothing that could be made one, such as a list of one text. */
export function text(value: unknown): string {
  must(typeof value === 'string');
  return value;
}
