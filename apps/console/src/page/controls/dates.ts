/** A day in the words of a language, in the time zone of whoever reads. */
export function dayIn(lang: string, instant: string): string {
  return new Date(instant).toLocaleDateString(lang, { dateStyle: 'medium' });
}

/** A day and its time, in the time zone of whoever reads. */
export function timeIn(lang: string, instant: string): string {
  return new Date(instant).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
}
