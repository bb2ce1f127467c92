import { isErased } from '../access/load-credential.js';
import type { JobPayloads } from '../jobs.js';
import { changeOne, type StatusChanging } from '../status-lists/change-one.js';

/** Withdraws a badge whose place another one took. Again, and for one that was withdrawn or erased meanwhile, it does nothing. */
export async function withdrawSuperseded(
  deps: StatusChanging,
  { issuerId, credentialId, apiKeyId }: JobPayloads['withdraw-superseded'],
): Promise<void> {
  const credential = await deps.store.credentials.find(issuerId, credentialId);
  if (credential === null || credential.revoked !== null || isErased(credential)) return;
  const reason = 'Another badge took the place of this one.';
  const actor = { keyId: apiKeyId, issuerId, scopes: [] };
  const changed = await changeOne(deps, actor, credential, { purpose: 'revocation', value: true, reason });
  // Such as a list that is being signed: the job is done again.
  if (!changed.ok) throw new Error(`a badge could not be withdrawn: ${changed.refusal.code}`);
}
