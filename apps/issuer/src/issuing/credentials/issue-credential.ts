import type { JsonObject } from '@proofmark/schemas';
import type { DuplicateRule, IssueCredential } from '@proofmark/schemas/api';
import type { AchievementRecord, CredentialRecord, IdempotencyClaim } from '../../store/index.js';
import { type Actor, type Request, tenantFor } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { withHistory } from '../monitoring/credential-history.js';
import type { Store } from '../ports.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';
import type { BadgeSources } from './batch/badge-sources.js';
import type { NewBadge, OnDuplicate, Outcome } from './batch/batch.js';
import type { BadgeParts } from './build-badge.js';
import { type Issued, issuedOnce } from './issued-once.js';
import type { Renewal } from './prepare-badge.js';

export interface IssueInput {
  readonly achievementId: string;
  readonly body: IssueCredential;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

export interface Issuance {
  readonly store: Store;
  readonly sources: BadgeSources;
  /** `prepareBadge` */
  prepare(achievement: AchievementRecord, body: IssueCredential, renewal: Renewal | null): Promise<Result<BadgeParts>>;
  /** `issueBatch`, of one badge. */
  issue(badge: NewBadge): Promise<Outcome>;
  /** Whether so many badges of an issuer wait that no more should be begun. */
  full(issuerId: string): boolean;
}

/** Issues one badge: it is checked, signed in both forms and committed whole, and durable before this answers. */
export async function issueCredential(deps: Issuance, { actor, input }: Request<IssueInput>): Promise<Result<Issued>> {
  const { achievementId, body, idempotencyKey: key } = input;
  const issuerId = await tenantFor(actor, achievementId, deps.store.achievements.tenantOf);
  const known = issuerId === null ? null : await deps.sources.achievement(issuerId, achievementId);
  if (issuerId === null || known === null) return notFound('achievement');
  if (deps.full(issuerId)) return tooManyWait();
  const issued = await issuedOnce(
    deps.store,
    { actor, issuerId, key, request: { achievementId, body: body as unknown as JsonObject } },
    (claim) => issueNew(deps, { actor, issuerId, achievementId, body, claim, renewal: null }),
  );
  const existing = issued.ok ? undefined : issued.refusal.existing;
  if (existing === undefined || ruleOf(body, known.value) !== 'return') return issued;
  const found = await loadCredential(deps.store.credentials, actor, existing);
  return found.ok ? done({ ...(await withHistory(deps.store, found.value)), replayed: true }) : found;
}

/** More than the database can take at the moment. Nothing was begun. */
export function tooManyWait(): Refused {
  return refused(
    'too-many-requests',
    'Very many badges of this issuer are being issued just now. Wait as long as Retry-After says.',
    undefined,
    1,
  );
}

/** A badge to be issued, under a claim on the idempotency key. */
export interface Wanted {
  readonly actor: Actor;
  readonly issuerId: string;
  readonly achievementId: string;
  readonly body: IssueCredential;
  readonly claim: IdempotencyClaim | null;
  readonly renewal: Renewal | null;
}

/** An achievement is not changed as often as this while one badge is issued. */
const ATTEMPTS = 5;

export async function issueNew(deps: Issuance, wanted: Wanted): Promise<Result<CredentialRecord>> {
  const { issuerId, achievementId } = wanted;
  // Before the work is read: a suspended issuer sends this service nowhere.
  const refusal = await deps.sources.suspension(issuerId);
  if (refusal !== null) return refusal;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const achievement = await deps.sources.achievement(issuerId, achievementId);
    if (achievement === null) throw new Error('a badge has no achievement');
    const outcome = await issueAsDefined(deps, wanted, achievement.value);
    // What was read some time ago may be out of date: it refuses nothing before it was read again.
    if (outcome !== 'achievement-changed' && (outcome.ok || !achievement.cached)) return outcome;
    deps.sources.forgetAchievement(issuerId, achievementId);
    if (outcome !== 'achievement-changed' && !(await wasChanged(deps, achievement.value))) return outcome;
  }
  throw new Error('an achievement changes faster than a badge can be issued');
}

async function issueAsDefined({ prepare, issue }: Issuance, wanted: Wanted, achievement: AchievementRecord): Promise<Outcome> {
  const { actor, body, claim, renewal } = wanted;
  const parts = await prepare(achievement, body, renewal);
  return parts.ok ? issue({ actor, parts: parts.value, claim, renewal, onDuplicate: duplicatesOf(wanted, achievement) }) : parts;
}

/** `onDuplicate` of the request, else the default of the achievement, else `allow`: a single request issues another badge. */
function ruleOf({ onDuplicate }: IssueCredential, achievement: AchievementRecord): DuplicateRule {
  return onDuplicate ?? achievement.onDuplicate ?? 'allow';
}

function duplicatesOf({ body, renewal }: Wanted, achievement: AchievementRecord): OnDuplicate | null {
  const rule = ruleOf(body, achievement);
  if (renewal !== null || rule === 'allow') return null;
  return { rule: rule === 'supersede' ? rule : 'refuse', before: null };
}

async function wasChanged({ sources }: Issuance, { issuerId, id, updatedAt }: AchievementRecord): Promise<boolean> {
  const now = await sources.achievement(issuerId, id);
  return now?.value.updatedAt.getTime() !== updatedAt.getTime();
}
