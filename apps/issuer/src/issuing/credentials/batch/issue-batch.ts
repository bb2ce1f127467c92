import { credentialUrl } from '@proofmark/schemas';
import type { SignedForms } from '../../../store/index.js';
import { recordedPlaceOf } from '../../issuance-record/recorded-place.js';
import type { IdSource } from '../../ports.js';
import { done, type Refused, type Result } from '../../result.js';
import { listIsGone, type StatusPlaces } from '../../status-lists/places.js';
import type { StatusPlace } from '../../status-lists/status-list.js';
import type { BadgeIssuer, BadgeSources } from './badge-sources.js';
import type { BatchAct, Committed, NewBadge, Outcome, SignedBadge } from './batch.js';
import { checkBadge } from './check-badge.js';
import type { Commit, Settled } from './commit-badges.js';
import { signBadge } from './sign-badge.js';

/** Badges of one batch. */
export const MOST_OF_A_BATCH = 500;

export interface BatchIssuing extends IdSource {
  readonly sources: BadgeSources;
  readonly places: StatusPlaces;
  readonly baseUrl: string;
  /** `commitBadges`, or the queue in which badges that come together are committed together. */
  commit(commit: Commit, badges: readonly SignedBadge[]): Promise<Settled>;
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
  // The keys come first: an issuer that cannot sign takes no place.
  const { issuer } = await deps.sources.signing(issuerId);
  const places = await deps.places.take(issuer, badges.length);
  const outcomes: PromiseSettledResult<Outcome>[] = [];
  let open = badges.map((badge, at): Placed => ({ badge, at, place: placeOf(places, at) }));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const results = await attemptAll(deps, await deps.sources.signing(issuerId), open, act);
    const [changed, homeless]: [Placed[], Placed[]] = [[], []];
    for (const [nth, placed] of open.entries()) {
      const result = results[nth] as PromiseSettledResult<Committed>;
      if (result.status === 'fulfilled' && result.value === 'issuer-changed') changed.push(placed);
      else if (result.status === 'rejected' && attempt === 0 && listIsGone(result.reason)) homeless.push(placed);
      else outcomes[placed.at] = result as PromiseSettledResult<Outcome>;
    }
    // Nothing of these was stored, so that the places that are there are still free.
    open = [...changed, ...(await placeAgain(deps, issuerId, homeless))];
    if (open.length === 0) return outcomes;
    deps.sources.forgetIssuer(issuerId);
  }
  throw new Error('the keys of an issuer change faster than a badge can be signed');
}

/** A badge and its place in a status list; `at` is its place in the batch. */
interface Placed {
  readonly badge: NewBadge;
  readonly at: number;
  readonly place: StatusPlace;
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

async function attemptAll(
  deps: BatchIssuing,
  source: BadgeIssuer,
  open: readonly Placed[],
  act: BatchAct | null,
): Promise<readonly PromiseSettledResult<Committed>[]> {
  const at = deps.clock.now();
  const created = new Date(Math.floor(at.getTime() / 1000) * 1000);
  const made = await Promise.allSettled(
    open.map(async ({ badge, place }): Promise<Result<SignedBadge>> => {
      const checked = await checkBadge(badge.parts, source.issuer, place, deps.baseUrl);
      if (!checked.ok) return checked;
      const signed = await signBadge(checked.value, source, created);
      const { canonicalHash } = checked.value;
      const id = credentialUrl(deps.baseUrl, badge.parts.id);
      const recorded = await recordedPlaceOf({ id, canonicalHash, list: place.listId, index: place.index }, deps.random);
      return done({ badge, credential: recordOf(badge, place, source, { at, created, signed }), recorded });
    }),
  );
  const signed = made.map((one) => (one.status === 'fulfilled' && one.value.ok ? one.value.value : null));
  const committed = await deps.commit(
    { source, act },
    signed.filter((one) => one !== null),
  );
  return made.map((one, nth) => {
    const badge = signed[nth];
    const answer = badge === null || badge === undefined ? undefined : committed.get(badge);
    return answer ?? (one as PromiseSettledResult<Refused>);
  });
}

function recordOf(
  { actor, parts, renewal }: NewBadge,
  place: StatusPlace,
  { issuer, embedded, token }: BadgeIssuer,
  { at, created, signed }: { readonly at: Date; readonly created: Date; readonly signed: SignedForms },
): SignedBadge['credential'] {
  return {
    issuerId: issuer.id,
    id: parts.id,
    achievementId: parts.achievement.id,
    statusListId: place.listId,
    statusIndex: place.index,
    proofCreated: created,
    dataIntegrityKey: embedded.key.id,
    jwtKey: token.key.id,
    evidenceFindings: parts.pinned.map(({ finding }) => finding),
    apiKeyId: actor.keyId,
    recipientLookup: parts.recipient.lookup,
    validFrom: new Date(parts.validity.from),
    validUntil: parts.validity.until === null ? null : new Date(parts.validity.until),
    createdAt: at,
    predecessorId: renewal?.predecessor.id ?? null,
    // The one who is met by this commit may have been met before, under another id.
    recipient: null,
    achievementName: parts.achievement.definition.name,
    superseded: false,
    signed,
    revoked: null,
    suspended: null,
    erasedAt: null,
  };
}
