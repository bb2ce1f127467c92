const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d|$)/;

/** Writes a time as a date of the reader's language, and leaves any other text as it is. */
export function dateWriter(locale: string): (text: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return (text) => {
    if (!INSTANT.test(text)) return text;
    // A day alone is the same day everywhere.
    const at = Date.parse(text.length > 10 ? text : `${text}T00:00:00`);
    return Number.isNaN(at) ? text : format.format(at);
  };
}
