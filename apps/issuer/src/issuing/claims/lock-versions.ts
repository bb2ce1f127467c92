import type { CredentialKey } from '../../store/index.js';
import { type AvailableCredential, lockCredential } from '../access/load-credential.js';
import type { Repositories } from '../ports.js';

/**
 * The versions of a badge, itself among them: what it renews or corrects, and what renews or corrects it, without those that were erased. They are locked, the oldest
 * first, so that none is added meanwhile.
 */
export async function lockVersions(
  credentials: Repositories['credentials'],
  { issuerId, credentialId }: CredentialKey,
): Promise<readonly AvailableCredential[]> {
  const locked = new Map<string, AvailableCredential | null>();
  for (;;) {
    const ids = await credentials.versionIds(issuerId, credentialId);
    const fresh = ids.filter((id) => !locked.has(id));
    if (fresh.length === 0) return [...locked.values()].filter((one) => one !== null);
    for (const id of fresh) {
      const found = await lockCredential(credentials, { issuerId, credentialId: id });
      locked.set(id, found.ok ? found.value : null);
    }
  }
}
