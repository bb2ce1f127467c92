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
