const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function parse(text: string, zoneRequired: boolean): number | null {
  const parts = DATE_TIME.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  if (!isRealDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const zone = parts[8];
  if (zone === undefined) {
    if (zoneRequired) return null;
  } else if (zone !== 'Z') {
    const hours = Number(zone.slice(1, 3));
    const minutes = Number(zone.slice(4));
    if (minutes > 59 || hours * 60 + minutes > 14 * 60) return null;
  }
  // Digits beyond milliseconds are legal, but not every engine parses them.
  const fraction = parts[7] === undefined ? '' : `${parts[7]}00`.slice(0, 4);
  const time = Date.parse(`${text.slice(0, 19)}${fraction}${zone ?? 'Z'}`);
  return Number.isNaN(time) ? null : time;
}

/** The instant of an XML Schema dateTimeStamp, in milliseconds since 1970 UTC; null when it is none, or no real date. A zone is required. */
export function parseDateTimeZ(text: string): number | null {
  return parse(text, true);
}

/** Whether a text is a dateTime; the zone may be absent. */
export function isDateTime(text: string): boolean {
  return parse(text, false) !== null;
}

/** Whether a text is a real calendar date, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  return parts !== null && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** An instant as whole seconds with `Z`, the one form that we write. Milliseconds are cut, not rounded. */
export function formatInstant(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < -62_135_596_800_000 || milliseconds >= 253_402_300_800_000) {
    throw new RangeError('An instant must lie between the years 1 and 9999.');
  }
  return `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:./;
// Looked for one by one: a single expression over a long data URI would need a long stack.
const OUTSIDE_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const OUTSIDE_IRI = /[\u0000-\u0020<>"{}|\\^`\u007f-\u00a0]/;

/** How far a text is an absolute address: a URI (RFC 3986), only an IRI (RFC 3987, as JSON-LD takes it), or neither. */
export function addressForm(text: string): 'uri' | 'iri' | 'none' {
  if (!SCHEME.test(text) || OUTSIDE_IRI.test(text)) return 'none';
  if (/^https?:/i.test(text) && (!/^https?:\/\//i.test(text) || !URL.canParse(text))) return 'none';
  return OUTSIDE_URI.test(text) ? 'iri' : 'uri';
}

/** The compact serialisation of a JWS (RFC 7515, 7.1), by its form alone. */
export function isCompactJws(text: string): boolean {
  return /^[\w-]+\.[\w-]*\.[\w-]+$/.test(text);
}

/** A hashed identity: the algorithm, `$`, and the hash in hexadecimal (Open Badges 3.0, IdentityHash). */
export function isIdentityHash(text: string): boolean {
  return /^(sha256\$[0-9a-fA-F]{64}|md5\$[0-9a-fA-F]{32})$/.test(text);
}

/** A position in a status list: a base-10 number without leading zeros. */
export function isListIndex(text: string): boolean {
  return /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text));
}
