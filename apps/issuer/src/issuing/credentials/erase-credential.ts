import type { EraseCredential } from '@proofmark/schemas/api';
import type { CredentialRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { isErased, loadCredentialOrErased, lockCredentialOrErased } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import type { Store } from '../ports.js';
import type { TellErased } from '../recipients/tell-erased.js';
import { done, type Result } from '../result.js';
import { applyRevocation } from '../status-lists/apply-revocation.js';
import type { StatusLists } from '../status-lists/status-list.js';

/** What erasing takes: a badge that is withdrawn as well has its list signed again. */
export interface Erasing extends StatusLists {
  readonly store: Store;
  readonly tellErased: TellErased;
}

/**
 * Removes a badge with all that it and its work say about a person, in one transaction. Its id and its place in the status list stay
 * taken. Copies that others have are not touched; `revoke` revokes the badge as well, so that a check of a copy reports it. Again
 * changes nothing.
 */
export async function eraseCredential(
  deps: Erasing,
  { actor, input }: Request<Pick<EraseCredential, 'revoke'> & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const { credentialId, revoke = false } = input;
  const loaded = await loadCredentialOrErased(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  return deps.store.transaction(async (tx) => {
    const badge = { issuerId: found.issuerId, credentialId };
    // The list's lock comes first, as in every revocation.
    const revoked = revoke ? await applyRevocation(deps, tx, found, { reason: null, apiKeyId: actor.keyId }) : null;
    const credential = revoked?.credential ?? (await lockCredentialOrErased(tx.credentials, badge));
    if (!isErased(credential)) {
      const tell = await deps.tellErased(tx, { ...badge, recipientId: credential.recipient?.id ?? null });
      await tx.erasure.erase(badge, deps.clock.now());
      await tell();
    }
    const act = { issuerId: found.issuerId, objectId: credentialId };
    if (!isErased(credential)) {
      await recordAct(deps, tx, actor, { action: 'credential.erased', ...act, details: { revoked: revoked?.now === true } });
    } else if (revoked?.now) await recordAct(deps, tx, actor, { action: 'credential.revoked', ...act });
    if (revoked?.now) await appendEvent(deps, tx, 'credential.revoked', badge);
    if (isErased(credential)) return done(credential);
    await appendEvent(deps, tx, 'credential.erased', badge);
    return done(await lockCredentialOrErased(tx.credentials, badge));
  });
}
