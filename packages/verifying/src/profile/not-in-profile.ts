/** Thrown inside the walk for a document outside of the profile; `matchProfile` catches it and answers null. */
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
