import type { CredentialRecord } from '../../store/index.js';
import { type AvailableCredential, type ErasedCredential, isErased, lockCredentialOrErased } from '../access/load-credential.js';
import type { Repositories, Store } from '../ports.js';
import { publishStatusList, type StatusLists } from './status-list.js';

/** What revoking a badge takes: its list is signed again. */
export interface Revocation extends StatusLists {
  readonly store: Store;
}

/**
 * Revokes a badge in the caller's transaction: journal entry, list rebuilt and signed again. One that is revoked already stays as it
 * is, with its first reason and date. Answers the badge as it is then, its row locked, and whether it was revoked just now: then the
 * caller appends the event, last of all.
 */
export async function applyRevocation(
  deps: StatusLists,
  tx: Repositories,
  { issuerId, id, statusListId: listId, statusIndex: index }: CredentialRecord,
  { reason, apiKeyId }: { readonly reason: string | null; readonly apiKeyId: string },
): Promise<{ readonly credential: AvailableCredential | ErasedCredential; readonly now: boolean }> {
  // The list's lock comes first: it serialises all revocations of one list.
  const list = await tx.statusLists.lockDocument(issuerId, listId);
  const issuer = await tx.issuers.find(issuerId);
  if (list === null || issuer === null) throw new Error('a badge has no status list or no issuer');
  const credential = await lockCredentialOrErased(tx.credentials, { issuerId, credentialId: id });
  if (credential.revoked !== null) return { credential, now: false };
  const at = deps.clock.now();
  // What is written about an erased badge would be about a person again.
  const revoked = { at, reason: isErased(credential) ? null : reason };
  const seq = await tx.statusLists.append({
    ...{ issuerId, credentialId: id, listId, index },
    ...{ value: true, reason: revoked.reason, apiKeyId, at },
  });
  await tx.credentials.markRevoked(issuerId, id, at);
  await publishStatusList(deps, tx, issuer, { listId, length: list.length, seq });
  await tx.work.unwatch({ issuerId, credentialId: id });
  return { credential: { ...credential, revoked }, now: true };
}
