/** ES2024: most hosts have it, and it costs next to nothing. */
type MaybeNewer = string & { isWellFormed?(): boolean };

/** Whether a string has half of a surrogate pair on its own: it then has no UTF-8 form, and no signature over it means anything. */
export function hasLoneSurrogate(text: string): boolean {
  const wellFormed = (text as MaybeNewer).isWellFormed?.();
  return wellFormed === undefined ? /\p{Surrogate}/u.test(text) : !wellFormed;
}

/** Whether a string is well-formed Unicode without NUL, which databases and file formats cut strings at. */
export function isWellFormed(text: string): boolean {
  return !text.includes('\0') && !hasLoneSurrogate(text);
}
