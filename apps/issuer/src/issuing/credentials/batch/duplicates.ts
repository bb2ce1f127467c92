import type { Person } from '../../../store/index.js';
import { newId } from '../../identifiers.js';
import type { IdSource, Repositories } from '../../ports.js';
import type { PreparedRecipient } from '../../recipients/recipient.js';
import { type Refused, refused } from '../../result.js';
import type { SignedBadge } from './batch.js';

/** What came of asking, for badges that are to be stored, whether their recipients have one already. */
interface Duplicates {
  refusalOf(badge: SignedBadge): Refused | null;
  /** The badge as one that takes the place of another, where it does. */
  superseding(badge: SignedBadge): SignedBadge;
  /** Orders the withdrawal of what was superseded, and tells of it. */
  withdraw(stored: readonly SignedBadge[]): Promise<void>;
}

const NONE: Duplicates = { refusalOf: () => null, superseding: (badge) => badge, withdraw: async () => undefined };

/**
 * Finds the badges that stand in the way of others. Whoever asks this of an achievement waits for those who did before, so that of two requests at the
 * same time the second finds the first.
 */
export async function findDuplicates(
  deps: IdSource,
  tx: Repositories,
  issuerId: string,
  badges: readonly SignedBadge[],
): Promise<Duplicates> {
  const asked = badges.filter(({ badge }) => (badge.onDuplicate ?? null) !== null);
  if (asked.length === 0) return NONE;
  const refusals = new Map<SignedBadge, Refused>();
  const replaced = new Map<SignedBadge, string>();
  const achievements = [...new Set(asked.map(({ credential }) => credential.achievementId))].sort();
  for (const achievementId of achievements) {
    await tx.standing.lockAchievement(issuerId, achievementId);
    const mine = asked.filter(({ credential }) => credential.achievementId === achievementId);
    const found = await tx.standing.find(
      { issuerId, achievementId },
      mine.map(({ badge }) => personOf(badge.parts.recipient)),
      deps.clock.now(),
    );
    for (const [nth, badge] of mine.entries()) {
      const there = found[nth] ?? null;
      if (there === null) continue;
      const { rule, before = null } = badge.badge.onDuplicate ?? { rule: 'refuse' as const };
      if (rule === 'refuse' || (before !== null && there.createdAt >= before)) refusals.set(badge, alreadyIssued(there.id));
      else replaced.set(badge, there.id);
    }
  }
  return {
    refusalOf: (badge) => refusals.get(badge) ?? null,
    superseding(badge) {
      const predecessorId = replaced.get(badge);
      return predecessorId === undefined ? badge : { ...badge, credential: { ...badge.credential, predecessorId } };
    },
    async withdraw(stored) {
      for (const badge of stored) {
        const credentialId = replaced.get(badge);
        if (credentialId === undefined) continue;
        const at = deps.clock.now();
        const data = { successorId: badge.credential.id };
        await tx.events.append({ issuerId, id: newId(deps), type: 'credential.renewed', credentialId, data, at });
        const payload = { issuerId, credentialId, apiKeyId: badge.badge.actor.keyId };
        await tx.jobs.add('withdraw-superseded', [{ payload, key: credentialId }]);
      }
    },
  };
}

function alreadyIssued(existing: string): Refused {
  const detail = `This person has a badge of this achievement that stands: ${existing}. Nothing was issued.`;
  const { refusal } = refused('already-issued', detail);
  return { ok: false, refusal: { ...refusal, existing } };
}

function personOf({ lookup, row }: PreparedRecipient): Person {
  return { lookup, externalId: row?.externalId ?? null, recipientId: row?.id ?? null };
}
