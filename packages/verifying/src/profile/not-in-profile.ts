/** Thrown inside the walk for what is not written as our issuer writes it; `matchProfile` answers null for it, and nobody else sees it. */
export class NotInProfile extends Error {}

/** Leaves the walk unless the condition holds. */
export function must(condition: unknown): asserts condition {
  if (!condition) throw new NotInProfile();
}

/** A value that must be text. */
export function text(value: unknown): string {
  must(typeof value === 'string');
  return value;
}
