import type { JsonObject } from '@proofmark/schemas';
import type { IssueCredential } from '@proofmark/schemas/api';
import type { AchievementRecord, CredentialRecord, IdempotencyClaim } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { loadAchievement } from '../access/load-achievement.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';
import type { BadgeParts } from './build-badge.js';
import type { CommittedBadge } from './commit-badge.js';
import { type Issued, issuedOnce } from './issued-once.js';
import type { Renewal } from './prepare-badge.js';
import type { SignCredential } from './sign-credential.js';

export interface IssueInput {
  readonly achievementId: string;
  readonly body: IssueCredential;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

/** The three steps of issuing, in their order; `compose` binds each to what it needs. */
export interface Issuance {
  readonly store: Store;
  /** `prepareBadge` */
  prepare(achievement: AchievementRecord, body: IssueCredential, renewal: Renewal | null): Promise<Result<BadgeParts>>;
  /** `commitBadge` */
  commit(actor: Actor, parts: BadgeParts, claim: IdempotencyClaim | null, renewal: Renewal | null): Promise<Result<CommittedBadge>>;
  readonly sign: SignCredential;
}

/** Issues one badge: it is checked and committed whole, then signed in both forms, and durable before this answers. */
export async function issueCredential(deps: Issuance, { actor, input }: Request<IssueInput>): Promise<Result<Issued>> {
  const { achievementId, body, idempotencyKey: key } = input;
  const achievement = await loadAchievement(deps.store.achievements, actor, achievementId);
  if (!achievement.ok) return achievement;
  const { issuerId } = achievement.value;
  return issuedOnce(deps, { actor, issuerId, key, request: { achievementId, body: body as unknown as JsonObject } }, (claim) =>
    issueNew(deps, { actor, achievement: achievement.value, body, claim, renewal: null }),
  );
}

/** A badge to be issued, for a known achievement and under a claim on the idempotency key. */
export interface NewBadge {
  readonly actor: Actor;
  readonly achievement: AchievementRecord;
  readonly body: IssueCredential;
  readonly claim: IdempotencyClaim | null;
  readonly renewal: Renewal | null;
}

export async function issueNew(
  { prepare, commit, sign }: Issuance,
  { actor, achievement, body, claim, renewal }: NewBadge,
): Promise<Result<CredentialRecord>> {
  const parts = await prepare(achievement, body, renewal);
  if (!parts.ok) return parts;
  const committed = await commit(actor, parts.value, claim, renewal);
  if (!committed.ok) return committed;
  const { intent, prepared } = committed.value;
  const signed = await sign(intent, prepared);
  return done({ ...intent, signed, revoked: null, suspended: null, erasedAt: null });
}
