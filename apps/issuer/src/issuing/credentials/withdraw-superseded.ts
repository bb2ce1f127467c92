import { laterActor } from '../access/later-actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { JobPayloads } from '../jobs.js';
import { changeOne, type StatusChanging } from '../status-lists/change-one.js';

/** Withdraws a badge whose place another one took. Again, and for one that was withdrawn or erased meanwhile, it does nothing. */
export async function withdrawSuperseded(
  deps: StatusChanging,
  { issuerId, credentialId, apiKeyId }: JobPayloads['withdraw-superseded'],
): Promise<void> {
  const actor = await laterActor(deps.store, apiKeyId, issuerId);
  const loaded = await loadCredential(deps.store.credentials, actor, credentialId);
  if (!loaded.ok || loaded.value.revoked !== null) return;
  const reason = 'Another badge took the place of this one.';
  const changed = await changeOne(deps, actor, loaded.value, { purpose: 'revocation', value: true, reason });
  // Such as a list that is being signed: the job is done again.
  if (!changed.ok) throw new Error(`a badge could not be withdrawn: ${changed.refusal.code}`);
}
