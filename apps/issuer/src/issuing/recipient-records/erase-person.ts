import type { BadgeOfRecipient } from '../../store/index.js';
import { type ActingParty, recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Repositories } from '../ports.js';
import type { TellErased } from '../recipients/tell-erased.js';

export interface PersonToErase {
  readonly issuerId: string;
  readonly id: string;
  /** All that they have. */
  readonly badges: readonly BadgeOfRecipient[];
}

/** Removes a person with their badges, in the caller's transaction, and tells of it. */
export async function erasePerson(
  deps: IdSource & { readonly tellErased: TellErased },
  tx: Repositories,
  party: ActingParty,
  { issuerId, id, badges }: PersonToErase,
): Promise<void> {
  const tell = await deps.tellErased(tx, { issuerId, recipientId: id, credentialId: badges[0]?.id ?? null });
  for (const { id: credentialId } of badges) await tx.erasure.erase({ issuerId, credentialId }, deps.clock.now());
  await tx.recipients.remove(issuerId, id);
  await tell();
  await recordAct(deps, tx, party, { action: 'recipient.erased', issuerId, objectId: id, details: { count: badges.length } });
  for (const { id: credentialId } of badges) await appendEvent(deps, tx, 'credential.erased', { issuerId, credentialId });
}
