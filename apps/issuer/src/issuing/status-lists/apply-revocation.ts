import type { CredentialRecord } from '../../store/index.js';
import { type AvailableCredential, type ErasedCredential, lockCredentialOrErased } from '../access/load-credential.js';
import type { Repositories } from '../ports.js';
import { changeStatus } from './change-status.js';
import type { StatusLists } from './status-list.js';

/**
 * Revokes a badge in the caller's transaction. One that is revoked already stays as it is, with its first reason and date. Answers the badge
 * as it is then, its row locked, and whether it was revoked just now: then the caller appends the event, last of all.
 */
export async function applyRevocation(
  deps: StatusLists,
  tx: Repositories,
  { issuerId, id, statusListId: listId }: CredentialRecord,
  { reason, apiKeyId }: { readonly reason: string | null; readonly apiKeyId: string },
): Promise<{ readonly credential: AvailableCredential | ErasedCredential; readonly now: boolean }> {
  const change = { credentialId: id, purpose: 'revocation', value: true, reason, apiKeyId } as const;
  const [outcome] = await changeStatus(deps, tx, { issuerId, listId }, [change]);
  const credential = await lockCredentialOrErased(tx.credentials, { issuerId, credentialId: id });
  return { credential, now: outcome?.result === 'changed' };
}
