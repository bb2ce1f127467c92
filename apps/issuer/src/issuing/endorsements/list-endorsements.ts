import type { EndorsementRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** The endorsements of a badge, oldest first. */
export async function listEndorsements(
  { store }: { readonly store: Pick<Store, 'credentials' | 'endorsements'> },
  { actor, input: credentialId }: Request<string>,
): Promise<Result<readonly EndorsementRecord[]>> {
  const found = await loadCredential(store.credentials, actor, credentialId);
  return found.ok ? done(await store.endorsements.list({ issuerId: found.value.issuerId, credentialId })) : found;
}
