import { parseAccept } from 'hono/utils/accept';

/** Every media type in which something is offered here. */
const MEDIA_TYPES = [
  'text/html',
  'text/plain',
  'application/json',
  'application/ld+json',
  'application/problem+json',
  'application/vc',
  'application/vc+ld+json',
  'application/vc+jwt',
  'application/jwt',
  'application/did',
  'application/did+json',
  'application/did+ld+json',
  'application/jwk+json',
  'application/jwk-set+json',
  'application/pdf',
  'image/png',
  'image/svg+xml',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** How much a client likes each of these types, as far as it matters for a choice among them. */
export interface Accepted {
  /** The same for all Accept headers by which the same is chosen, whatever is offered. */
  readonly key: string;
  /** By rank: 0 is not accepted, a higher one is liked better. */
  readonly ranks: ReadonlyMap<MediaType, number>;
}

const MAX_HEADER = 4096;
const RANGE = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+$/;
const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;
/** A weight that is no weight counts as the least that still accepts: the client did ask, but we cannot tell how much. */
const LEAST = 0.001;

/** Headers that were read before; clients send few different ones. */
const known = new Map<string, Accepted>();
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 512;

/** Reads an Accept header (RFC 9110, 12.5.1); absent or empty accepts everything. */
export function readAccept(header: string | null | undefined): Accepted {
  const text = header ?? '';
  const before = known.get(text);
  if (before !== undefined) return before;
  const accepted = ranked(weightsOf(text));
  if (text.length <= LONGEST_KNOWN && known.size < MOST_KNOWN) known.set(text, accepted);
  return accepted;
}

function weightsOf(header: string): ReadonlyMap<MediaType, number> {
  const ranges = new Map<string, number>();
  for (const { type, params, q } of parseAccept(header.slice(0, MAX_HEADER).toLowerCase())) {
    if (!RANGE.test(type) || /^\*\/[^*]/.test(type)) continue;
    const weight = params.q === undefined || WEIGHT.test(params.q) ? q : LEAST;
    ranges.set(type, Math.max(weight, ranges.get(type) ?? 0));
  }
  if (ranges.size === 0) ranges.set('*/*', 1);
  // The most specific range decides, even when a broader one would be kinder.
  return new Map(MEDIA_TYPES.map((type) => [type, ranges.get(type) ?? ranges.get(`${type.split('/')[0]}/*`) ?? ranges.get('*/*') ?? 0]));
}

function ranked(weights: ReadonlyMap<MediaType, number>): Accepted {
  const order = [...new Set([0, ...weights.values()])].sort((a, b) => a - b);
  const ranks = new Map([...weights].map(([type, weight]) => [type, order.indexOf(weight)]));
  return { ranks, key: [...ranks.values()].map((rank) => rank.toString(36)).join('') };
}

/**
 * Chooses what to send. Our order decides between types that the client likes equally; `hono/accepts` and `negotiator` let the client's order or
 * the more specific range decide, by which an `<img>` would get a badge as SVG.
 *
 * @param offers the most welcome first
 * @returns one of the offers, or null when the client accepts none of them (406)
 */
export function negotiate<Type extends MediaType>({ ranks }: Accepted, offers: readonly Type[]): Type | null {
  let best: Type | null = null;
  let bestRank = 0;
  for (const offer of offers) {
    const rank = ranks.get(offer) ?? 0;
    if (rank > bestRank) [best, bestRank] = [offer, rank];
  }
  return best;
}
