import type { RevokeCredential } from '@proofmark/schemas/api';
import { lacks, type Request, tenantFor } from './actor.js';
import { announce } from './announce.js';
import type { IssuingDeps } from './ports.js';
import type { CredentialRecord } from './records.js';
import { done, notFound, type Result } from './result.js';
import { publishStatusList } from './status-list.js';

/**
 * Withdraws a badge for good: journal entry, list rebuilt and signed again, in one transaction. A badge that is withdrawn already stays
 * as it is, with its first reason and date. Scope `credentials:write`.
 */
export async function revokeCredential(
  deps: IssuingDeps,
  { actor, input }: Request<RevokeCredential & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const denied = lacks(actor, 'credentials:write');
  if (denied) return denied;
  const { credentialId, reason = null } = input;
  const tenant = await tenantFor(actor, credentialId, deps.store.credentials.tenantOf);
  const found = tenant === null ? null : await deps.store.credentials.find(tenant, credentialId);
  if (tenant === null || found === null || found.signed === null) return notFound('credential');
  if (found.revoked !== null) return done(found);
  return deps.store.transaction(async (tx) => {
    const { issuerId, id, statusListId: listId, statusIndex: index } = found;
    // The list's lock comes first: all withdrawals of one list stand in one line.
    const list = await tx.statusLists.lockDocument(issuerId, listId);
    const [issuer, credential] = [await tx.issuers.find(issuerId), await tx.credentials.lock(issuerId, id)];
    if (list === null || issuer === null || credential === null) throw new Error('a badge has no status list or no issuer');
    if (credential.revoked !== null) return done(credential);
    const at = deps.clock.now();
    const event = { issuerId, credentialId: id, listId, index, value: true, reason, apiKeyId: actor.keyId, at };
    const seq = await tx.statusLists.append(event);
    await tx.credentials.markRevoked(issuerId, id, at);
    await publishStatusList(deps, tx, issuer, { listId, length: list.length, seq });
    await tx.work.unwatch({ issuerId, credentialId: id });
    await announce(deps, tx, 'credential.revoked', { issuerId, credentialId: id });
    return done({ ...credential, revoked: { at, reason } });
  });
}
