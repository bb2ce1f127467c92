import { setImmediate as others } from 'node:timers/promises';
import { credentialUrl } from '@proofmark/schemas';
import type { SignedForms } from '../../../store/index.js';
import { recordedPlaceOf } from '../../issuance-record/recorded-place.js';
import type { IdSource } from '../../ports.js';
import { done, type Result } from '../../result.js';
import type { StatusPlace } from '../../status-lists/status-list.js';
import type { BadgeIssuer } from './badge-sources.js';
import type { NewBadge, SignedBadge } from './batch.js';
import { checkBadge } from './check-badge.js';
import { signBadge } from './sign-badge.js';

/** Badges that are made without a pause: some milliseconds. Local keys sign without waiting, so that a batch would hold up all other requests. */
const WITHOUT_PAUSE = 16;

export interface PlacedBadge {
  readonly badge: NewBadge;
  readonly place: StatusPlace;
}

export interface BadgeMaking extends IdSource {
  readonly baseUrl: string;
}

/** Builds, checks and signs badges, and lets other requests go in between. Each is refused, or fails, by itself; nothing is stored. */
export async function makeBadges(
  deps: BadgeMaking,
  source: BadgeIssuer,
  badges: readonly PlacedBadge[],
): Promise<readonly PromiseSettledResult<Result<SignedBadge>>[]> {
  const at = deps.clock.now();
  const made: PromiseSettledResult<Result<SignedBadge>>[] = [];
  for (let from = 0; from < badges.length; from += WITHOUT_PAUSE) {
    if (from > 0) await others();
    const some = badges.slice(from, from + WITHOUT_PAUSE);
    made.push(...(await Promise.allSettled(some.map((one) => makeBadge(deps, source, one, at)))));
  }
  return made;
}

async function makeBadge(deps: BadgeMaking, source: BadgeIssuer, { badge, place }: PlacedBadge, at: Date): Promise<Result<SignedBadge>> {
  const checked = await checkBadge(badge.parts, source.issuer, place, deps.baseUrl);
  if (!checked.ok) return checked;
  const created = new Date(Math.floor(at.getTime() / 1000) * 1000);
  const signed = await signBadge(checked.value, source, created);
  const { canonicalHash } = checked.value;
  const id = credentialUrl(deps.baseUrl, badge.parts.id);
  const recorded = await recordedPlaceOf({ id, canonicalHash, list: place.listId, index: place.index }, deps.random);
  return done({ badge, credential: recordOf(badge, place, source, { at, created, signed }), recorded });
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
    evidenceFindings: parts.original?.findings ?? parts.pinned.map(({ finding }) => finding),
    apiKeyId: actor.keyId,
    recipientLookup: parts.recipient.lookup,
    validFrom: new Date(parts.validity.from),
    validUntil: parts.validity.until === null ? null : new Date(parts.validity.until),
    createdAt: at,
    predecessorId: renewal?.predecessor.id ?? null,
    claimedAt: null,
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
