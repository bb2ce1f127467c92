import type { MaybePromise } from '@proofmark/schemas';
import { andThen } from '../maybe.js';
import { type BakedMarker, type BakedText, type BakingFailure, failed, readBaked, type Unbaked } from './outcome.js';

/** A place in an image that is marked as a badge's. Its text is asked for only when it is needed. */
export interface MarkedPlace {
  readonly marker: BakedMarker;
  text(): MaybePromise<string | BakingFailure>;
}

/** Texts of one image that are read. An image has one; each may have to be decompressed. */
const MAX_TEXTS = 8;

/**
 * The badge of an image (Open Badges 3.0 and CLR 2.0, document format: an image holds one). Those of the current standards come before one
 * of Open Badges 2.0, wherever they stand. The same text twice is one badge. Two different ones are never reduced to the first: a reader
 * of another program may be shown the other.
 */
export function chooseBadge(places: readonly MarkedPlace[]): MaybePromise<Unbaked> {
  const current = places.filter(({ marker }) => marker !== 'openbadges-2');
  const candidates = current.length > 0 ? current : places;
  const hasOlder = candidates.length < places.length;
  const read = (index: number, found: readonly (BakedText | BakingFailure)[]): MaybePromise<Unbaked> => {
    const place = candidates[index];
    if (place === undefined || index === MAX_TEXTS) return outcomeOf(found, hasOlder, candidates.length);
    return andThen(place.text(), (text) => read(index + 1, [...found, typeof text === 'string' ? readBaked(text, place.marker) : text]));
  };
  return read(0, []);
}

function outcomeOf(found: readonly (BakedText | BakingFailure)[], hasOlder: boolean, count: number): Unbaked {
  const badges = found.filter((one): one is BakedText => !('ok' in one));
  const [first] = badges;
  const isOne = count === found.length && badges.length === count && badges.every(({ text }) => text === first?.text);
  if (first !== undefined && isOne) return { ok: true, ...first, ...(hasOlder && { hasOlder }) };
  // A place that cannot be read beside one that can: nobody knows what another program makes of it.
  if (first !== undefined) return { ok: false, code: 'several-badges', badges };
  return found.find((one): one is BakingFailure => 'ok' in one) ?? failed('no-badge');
}
