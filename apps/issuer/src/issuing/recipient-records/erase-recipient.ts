import type { EraseRecipient } from '@proofmark/schemas/api';
import type { BadgeOfRecipient } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { Erasing } from '../credentials/erase-credential.js';
import { appendEvent } from '../events/append-event.js';
import type { Repositories } from '../ports.js';
import { done, type Result } from '../result.js';
import { changeStatus } from '../status-lists/change-status.js';
import { loadRecipient, type RecipientInput } from './get-recipient.js';

/**
 * Removes a person with all badges that they have of an issuer, in one transaction: what is kept of them, the key of their address included, and what
 * each badge says. `revoke` revokes the badges as well. Answers how many badges were erased.
 */
export async function eraseRecipient(
  deps: Erasing,
  { actor, input }: Request<RecipientInput & Pick<EraseRecipient, 'revoke'>>,
): Promise<Result<number>> {
  const found = await loadRecipient(deps.store.recipients, actor, input);
  if (!found.ok) return found;
  const { issuerId, id } = found.value;
  return deps.store.transaction(async (tx) => {
    const badges = await tx.recipients.badgesOf(issuerId, id);
    // The locks of the lists come first, in one order, as in every revocation.
    if (input.revoke === true) await revokeAll(deps, tx, actor, issuerId, badges);
    for (const { id: credentialId } of badges) await tx.erasure.erase({ issuerId, credentialId }, deps.clock.now());
    await tx.recipients.remove(issuerId, id);
    await recordAct(deps, tx, actor, { action: 'recipient.erased', issuerId, objectId: id, details: { count: badges.length } });
    for (const { id: credentialId } of badges) await appendEvent(deps, tx, 'credential.erased', { issuerId, credentialId });
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
