/** One media range of an Accept header (RFC 9110, 12.5.1). */
interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly q: number;
}

const MAX_HEADER = 4096;
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

/**
 * Chooses what to send.
 *
 * @param accept the Accept header; absent or empty accepts everything
 * @param offers media types without parameters, the most welcome first: it wins when the client likes several equally
 * @returns one of the offers, or null when the client accepts none of them (406)
 */
export function negotiate(accept: string | null | undefined, offers: readonly string[]): string | null {
  const ranges = parseAccept(accept ?? '');
  if (ranges.length === 0) return offers[0] ?? null;
  let best: string | null = null;
  let bestQ = 0;
  for (const offer of offers) {
    const q = quality(offer, ranges);
    if (q > bestQ) {
      best = offer;
      bestQ = q;
    }
  }
  return best;
}

/** True when the client names this type itself, and not only through a wildcard. */
export function asksFor(accept: string | null | undefined, mediaType: string): boolean {
  return parseAccept(accept ?? '').some((range) => `${range.type}/${range.subtype}` === mediaType && range.q > 0);
}

/** The most specific range that covers the offer decides, even when a broader one would be kinder. */
function quality(offer: string, ranges: readonly Range[]): number {
  const [type, subtype] = offer.split('/');
  let specificity = -1;
  let q = 0;
  for (const range of ranges) {
    const fits = range.type === '*' ? 0 : range.type !== type ? -1 : range.subtype === '*' ? 1 : range.subtype === subtype ? 2 : -1;
    if (fits > specificity) {
      specificity = fits;
      q = range.q;
    } else if (fits === specificity && fits >= 0) {
      q = Math.max(q, range.q);
    }
  }
  return q;
}

function parseAccept(header: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const part of header.slice(0, MAX_HEADER).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const [type = '', subtype = '', rest] = name.split('/');
    if (rest !== undefined || !TOKEN.test(type) || !TOKEN.test(subtype)) continue;
    if (type === '*' && subtype !== '*') continue;
    ranges.push({ type, subtype, q: weight(parameters) });
  }
  return ranges;
}

// A weight that is no weight counts as the least that still accepts: the client did ask, but we cannot tell how much.
function weight(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => /^q\s*=/.test(parameter));
  if (q === undefined) return 1;
  const value = q.slice(q.indexOf('=') + 1).trim();
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(value) ? Number(value) : 0.001;
}
