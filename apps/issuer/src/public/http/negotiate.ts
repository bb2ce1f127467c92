import { parseAccept } from 'hono/utils/accept';

const MAX_HEADER = 4096;
const RANGE = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+$/;
const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;
/** A weight that is no weight counts as the least that still accepts: the client did ask, but we cannot tell how much. */
const LEAST = 0.001;

/**
 * Chooses what to send (RFC 9110, 12.5.1). Our order decides between types that the client likes equally; `hono/accepts` and `negotiator` let
 * the client's order or the more specific range decide, by which an `<img>` would get a badge as SVG.
 *
 * @param accept the Accept header; absent or empty accepts everything
 * @param offers media types without parameters, the most welcome first
 * @returns one of the offers, or null when the client accepts none of them (406)
 */
export function negotiate(accept: string | null | undefined, offers: readonly string[]): string | null {
  const ranges = new Map<string, number>();
  for (const { type, params, q } of parseAccept((accept ?? '').slice(0, MAX_HEADER).toLowerCase())) {
    if (!RANGE.test(type) || /^\*\/[^*]/.test(type)) continue;
    const weight = params.q === undefined || WEIGHT.test(params.q) ? q : LEAST;
    ranges.set(type, Math.max(weight, ranges.get(type) ?? 0));
  }
  if (ranges.size === 0) return offers[0] ?? null;
  let best: string | null = null;
  let bestWeight = 0;
  for (const offer of offers) {
    // The most specific range decides, even when a broader one would be kinder.
    const weight = ranges.get(offer) ?? ranges.get(`${offer.split('/')[0]}/*`) ?? ranges.get('*/*') ?? 0;
    if (weight > bestWeight) [best, bestWeight] = [offer, weight];
  }
  return best;
}
