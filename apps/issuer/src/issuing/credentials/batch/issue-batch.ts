import type { OneAfterAnother } from '../../one-after-another.js';
import type { IdSource } from '../../ports.js';
import type { Refused, Result } from '../../result.js';
import { listIsGone, type StatusPlaces } from '../../status-lists/places.js';
import type { StatusPlace } from '../../status-lists/status-list.js';
import type { BadgeSources } from './badge-sources.js';
import type { BatchAct, Committed, NewBadge, Outcome, SignedBadge } from './batch.js';
import type { Commit, Settled } from './commit-badges.js';
import { makeBadges, type PlacedBadge } from './make-badges.js';

/** Badges of one batch. */
export const MOST_OF_A_BATCH = 500;

export interface BatchIssuing extends IdSource {
  readonly sources: BadgeSources;
  readonly places: StatusPlaces;
  readonly baseUrl: string;
  /** `commitBadges`, or the queue in which badges that come together are committed together. */
  commit(commit: Commit, badges: readonly SignedBadge[]): Promise<Settled>;
  /** The turns of an issuer's batches: one is made whole, then the next, while the first is being stored. */
  readonly inTurn: OneAfterAnother;
}

/** Keys are not replaced as often as this while one batch is issued. */
const ATTEMPTS = 5;

/**
 * Issues badges of one issuer: builds, checks and signs each, then stores all by one commit, and they are durable when this answers. A badge that is
 * refused, or fails, takes no other with it. Answers in the order of the badges; what failed is rejected, and nothing of it was stored.
 *
 * @param badges at most `MOST_OF_A_BATCH`
 * @param act one entry in the audit log for all of them; null for one each
 */
export async function issueBatch(
  deps: BatchIssuing,
  issuerId: string,
  badges: readonly NewBadge[],
  act: BatchAct | null = null,
): Promise<readonly PromiseSettledResult<Outcome>[]> {
  if (badges.length > MOST_OF_A_BATCH) throw new RangeError(`a batch has at most ${MOST_OF_A_BATCH} badges`);
  const outcomes: PromiseSettledResult<Outcome>[] = [];
  let again: readonly Placed[] | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before: readonly Placed[] | null = again;
    const refusal = await refusedNow(deps.sources, issuerId);
    if (refusal !== null) {
      for (const at of before?.map((placed) => placed.at) ?? badges.keys()) outcomes[at] = { status: 'fulfilled', value: refusal };
      return outcomes;
    }
    const { source, open, made } = await deps.inTurn(issuerId, async () => {
      const placed = before ?? (await placeAll(deps, issuerId, badges));
      const keys = await deps.sources.signing(issuerId);
      return { source: keys, open: placed, made: await makeBadges(deps, keys, placed) };
    });
    const results = await commitMade(deps, { source, act }, made);
    const [changed, homeless]: [Placed[], Placed[]] = [[], []];
    for (const [nth, placed] of open.entries()) {
      const result = results[nth] as PromiseSettledResult<Committed>;
      if (result.status === 'fulfilled' && result.value === 'issuer-changed') changed.push(placed);
      else if (result.status === 'rejected' && attempt === 0 && listIsGone(result.reason)) homeless.push(placed);
      else outcomes[placed.at] = result as PromiseSettledResult<Outcome>;
    }
    // Nothing of these was stored, so that the places that are there are still free.
    again = [...changed, ...(await placeAgain(deps, issuerId, homeless))];
    if (again.length === 0) return outcomes;
    deps.sources.forgetIssuer(issuerId);
  }
  throw new Error('the keys of an issuer change faster than a badge can be signed');
}

/** A refusal where the issuer is suspended. Rows of jobs wait then: the same may be issued once that is lifted. */
async function refusedNow(sources: BadgeSources, issuerId: string): Promise<Refused | null> {
  const refusal = await sources.suspension(issuerId);
  return refusal === null ? null : { ok: false, refusal: { ...refusal.refusal, retryable: true } };
}

/** `at` is its place in the batch. */
interface Placed extends PlacedBadge {
  readonly at: number;
}

/** The keys come first: an issuer that cannot sign takes no place. */
async function placeAll({ sources, places }: BatchIssuing, issuerId: string, badges: readonly NewBadge[]): Promise<readonly Placed[]> {
  const { issuer } = await sources.signing(issuerId);
  const taken = await places.take(issuer, badges.length);
  return badges.map((badge, at) => ({ badge, at, place: placeOf(taken, at) }));
}

/** Gives badges other places, in a list that is there. */
async function placeAgain({ sources, places }: BatchIssuing, issuerId: string, homeless: readonly Placed[]): Promise<readonly Placed[]> {
  if (homeless.length === 0) return [];
  places.doubt(issuerId);
  const taken = await places.take(await sources.issuer(issuerId), homeless.length);
  return homeless.map((placed, at) => ({ ...placed, place: placeOf(taken, at) }));
}

function placeOf(places: readonly StatusPlace[], at: number): StatusPlace {
  const place = places[at];
  if (place === undefined) throw new Error('a badge got no place in a status list');
  return place;
}

async function commitMade(
  { commit }: BatchIssuing,
  of: Commit,
  made: readonly PromiseSettledResult<Result<SignedBadge>>[],
): Promise<readonly PromiseSettledResult<Committed>[]> {
  const signed = made.map((one) => (one.status === 'fulfilled' && one.value.ok ? one.value.value : null));
  const rows = signed.filter((one) => one !== null);
  const committed = await commit(of, rows);
  return made.map((one, nth) => {
    const badge = signed[nth];
    const answer = badge === null || badge === undefined ? undefined : committed.get(badge);
    return answer ?? (one as PromiseSettledResult<Refused>);
  });
}
