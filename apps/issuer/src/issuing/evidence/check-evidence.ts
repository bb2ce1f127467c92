import type { PinnedItem } from '@proofmark/evidence';
import type { CheckEvidence, EvidenceCheck, Recipient } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { loadAchievement } from '../access/load-achievement.js';
import type { Clock, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, type Result } from '../result.js';
import type { Beneficiary, GatherEvidence } from './gather-evidence.js';
import { judgeEvidence } from './judge-evidence.js';

export interface EvidenceChecking {
  readonly store: Pick<Store, 'achievements'>;
  readonly gather: GatherEvidence;
  readonly recipients: RecipientHashes;
  readonly clock: Clock;
  readonly baseUrl: string;
}

/** What issuing would find about these links. Nothing is stored. */
export async function checkEvidence(
  deps: EvidenceChecking,
  { actor, input }: Request<Omit<CheckEvidence, 'credentialId'>>,
): Promise<Result<EvidenceCheck>> {
  const { achievementId, evidence = [], author, recipient, keep } = input;
  const loaded = achievementId === undefined ? done(null) : await loadAchievement(deps.store.achievements, actor, achievementId);
  if (!loaded.ok) return loaded;
  const achievement = loaded.value;
  const issuerId = achievement?.issuerId ?? actor.issuerId;
  const beneficiary =
    issuerId === null || recipient === undefined ? null : { issuerId, recipient: tied(deps.recipients, issuerId, recipient) };
  // There is no badge to keep anything for, so nothing is called kept.
  const gathered = await deps.gather({ evidence, author, keep }, { credential: deps.baseUrl, beneficiary });
  if (!gathered.ok) return gathered;
  const items = gathered.value.pinned.map(withoutKept);
  const judged = achievement === null ? null : judgeEvidence(achievement.evidencePolicy, items, deps.clock.now().getTime());
  return done({
    items: items.map(({ finding }) => finding),
    policy: judged === null ? null : { met: judged.missing.length === 0, missing: judged.missing, advice: judged.advice },
    work: null,
  });
}

function withoutKept(item: PinnedItem): PinnedItem {
  return { ...item, finding: { ...item.finding, kept: item.finding.kept.filter(({ state }) => state === 'failed') } };
}

function tied(recipients: RecipientHashes, issuerId: string, { email, did = '' }: Recipient): Beneficiary['recipient'] {
  return { lookup: email === undefined ? null : recipients.lookup(issuerId, email), badge: { id: did } };
}
