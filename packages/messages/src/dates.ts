const TIME = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * A time as people write it, in UTC; any other text as it is.
 *
 * @param lang BCP 47
 */
export function writeTime(text: string, lang: string): string {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return text;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
  const clock = new Date(time).toISOString().slice(11, 16);
  return clock === '00:00' ? day : `${day}, ${clock} UTC`;
}
