/** Whether a string has half of a surrogate pair on its own: it then has no UTF-8 form, and no signature over it means anything. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Whether a string is well-formed Unicode without NUL, which databases and file formats cut strings at. */
export function isWellFormed(text: string): boolean {
  return !text.includes('\0') && !hasLoneSurrogate(text);
}
