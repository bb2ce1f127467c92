import type { EraseRecipient } from '@proofmark/schemas/api';
import type { BadgeOfRecipient, RecipientRecord } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import type { Erasing } from '../credentials/erase-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { Repositories } from '../ports.js';
import { done, type Result } from '../result.js';
import { changeStatus } from '../status-lists/change-status.js';
import { erasePerson } from './erase-person.js';
import { loadRecipient, type RecipientInput } from './get-recipient.js';

export interface RecipientErasing extends Erasing {
  /** Takes away what stands in rows of jobs that are no badges and name the recipient. */
  forgetRows(recipient: RecipientRecord): Promise<void>;
}

/**
 * Removes a person with all badges that they have of an issuer, in one transaction: what is kept of them, the key of their address included, and what
 * each badge says. Before that, rows of jobs that are no badges lose what they say of the person. `revoke` revokes the badges as well. Answers how many
 * badges were erased.
 */
export async function eraseRecipient(
  deps: RecipientErasing,
  { actor, input }: Request<RecipientInput & Pick<EraseRecipient, 'revoke'>>,
): Promise<Result<number>> {
  const found = await loadRecipient(deps.store.recipients, actor, input);
  if (!found.ok) return found;
  const { issuerId, id } = found.value;
  await deps.forgetRows(found.value);
  return deps.store.transaction(async (tx) => {
    const badges = await tx.recipients.badgesOf(issuerId, id);
    // The locks of the lists come first, in one order, as in every revocation.
    if (input.revoke === true) await revokeAll(deps, tx, actor, issuerId, badges);
    await erasePerson(deps, tx, actor, { issuerId, id, badges });
    return done(badges.length);
  });
}

async function revokeAll(
  deps: Erasing,
  tx: Repositories,
  actor: Actor,
  issuerId: string,
  badges: readonly BadgeOfRecipient[],
): Promise<void> {
  const lists = [...new Set(badges.map(({ statusListId }) => statusListId))].sort((a, b) => a - b);
  for (const listId of lists) {
    const changes = badges
      .filter(({ statusListId }) => statusListId === listId)
      .map(({ id: credentialId }) => ({
        ...({ purpose: 'revocation', value: true, reason: null } as const),
        ...{ credentialId, apiKeyId: actor.keyId },
      }));
    const outcomes = await changeStatus(deps, tx, { issuerId, listId }, changes);
    for (const { result, standing } of outcomes) {
      if (result === 'changed') await appendEvent(deps, tx, 'credential.revoked', { issuerId, credentialId: standing.id });
    }
  }
}
