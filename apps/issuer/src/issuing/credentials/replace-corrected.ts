import type { CredentialRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { lockCredentialOrErased } from '../access/load-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { Repositories } from '../ports.js';
import { changeStatus } from '../status-lists/change-status.js';
import type { StatusLists } from '../status-lists/status-list.js';

/** Shown to everyone who checks the old badge. It says nothing of what was wrong. */
const CORRECTED = 'It was corrected. Another badge stands in its place.';

/** Withdraws a badge that was corrected, in the transaction that stores the right one, to which it leads from then on. The caller holds its list's lock. */
export async function replaceCorrected(
  deps: StatusLists,
  tx: Repositories,
  actor: Actor,
  predecessor: CredentialRecord,
  { issuerId, id: successorId, recipient: right }: CredentialRecord,
): Promise<void> {
  const { id: credentialId, statusListId: listId } = predecessor;
  const old = { issuerId, credentialId };
  await tx.evidence.takeOver({ issuerId, credentialId: successorId }, credentialId);
  await changeStatus(deps, tx, { issuerId, listId }, [
    { ...({ purpose: 'revocation', value: true } as const), credentialId, reason: CORRECTED, apiKeyId: actor.keyId },
  ]);
  if (right !== null) await giveToo(tx, issuerId, predecessor, right.id);
  await appendEvent(deps, tx, 'credential.revoked', old);
  await appendEvent(deps, tx, 'credential.corrected', old, { successorId });
}

/** Of one badge; far more than anybody corrects. */
const MOST_CORRECTIONS = 100;

/** The wrong badge is of the same person, and so are those that it corrected before, so that whoever is erased takes them with them. */
async function giveToo(tx: Repositories, issuerId: string, wrong: CredentialRecord, recipientId: string): Promise<void> {
  let badge: CredentialRecord | null = wrong;
  for (let n = 0; badge !== null && n < MOST_CORRECTIONS; n += 1) {
    await tx.recipients.giveBadge(issuerId, badge.id, badge.recipient?.id ?? null, recipientId);
    const predecessorId: string | null = badge.predecessorId;
    const before: CredentialRecord | null =
      predecessorId === null ? null : await lockCredentialOrErased(tx.credentials, { issuerId, credentialId: predecessorId });
    badge = before?.revoked ? before : null;
  }
}
