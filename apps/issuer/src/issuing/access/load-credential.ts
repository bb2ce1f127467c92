import type { CredentialKey, CredentialRecord, CredentialRepository, SignedForms } from '../../store/index.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';
import { type Actor, tenantFor } from './actor.js';

/** A badge that was not erased: the only kind whose content a use case may read or change. */
export type AvailableCredential = CredentialRecord & { readonly signed: SignedForms; readonly erasedAt: null };

/** What is left of an erased badge: ids and dates. */
export type ErasedCredential = CredentialRecord & { readonly signed: null; readonly erasedAt: Date };

/** Whether a badge was erased. The only place that decides it. */
export function isErased(credential: CredentialRecord): credential is ErasedCredential {
  return wasErased(credential);
}

/** The same of what is known of a badge beside its content. */
export function wasErased({ erasedAt }: Pick<CredentialRecord, 'erasedAt'>): boolean {
  return erasedAt !== null;
}

export function isAvailable(credential: CredentialRecord | null): credential is AvailableCredential {
  return credential !== null && !isErased(credential) && credential.signed !== null;
}

/** The issuer of a badge that somebody names who needs no right to it. Null where there is no such badge. */
export async function issuerOfCredential(credentials: Pick<CredentialRepository, 'tenantOf'>, id: string): Promise<string | null> {
  return (await credentials.tenantOf(id)) ?? null;
}

/**
 * The badge that an actor names. Refuses with `not-found` a badge that does not exist or belongs to another issuer, both with the same
 * words, and with `gone` one that was erased.
 */
export async function loadCredential(
  credentials: Pick<CredentialRepository, 'tenantOf' | 'find'>,
  actor: Actor,
  id: string,
): Promise<Result<AvailableCredential>> {
  const found = await loadCredentialOrErased(credentials, actor, id);
  if (!found.ok) return found;
  return isErased(found.value) ? gone(found.value) : done(found.value);
}

/** As `loadCredential`, for the operations that also apply to what is left of an erased badge. */
export async function loadCredentialOrErased(
  credentials: Pick<CredentialRepository, 'tenantOf' | 'find'>,
  actor: Actor,
  id: string,
): Promise<Result<AvailableCredential | ErasedCredential>> {
  const issuerId = await tenantFor(actor, id, credentials.tenantOf);
  const found = issuerId === null ? null : await credentials.find(issuerId, id);
  return found !== null && (isErased(found) || isAvailable(found)) ? done(found) : notFound('badge');
}

/** Reads a badge again under a lock on its row, inside the transaction that changes it. Refuses as `loadCredential` does. */
export async function lockCredential(
  credentials: Pick<CredentialRepository, 'lock'>,
  { issuerId, credentialId }: CredentialKey,
): Promise<Result<AvailableCredential>> {
  const found = await credentials.lock(issuerId, credentialId);
  if (found !== null && isErased(found)) return gone(found);
  return isAvailable(found) ? done(found) : notFound('badge');
}

/** As `lockCredential`, for a badge that the caller has loaded and that may have been erased since. Rows are never deleted. */
export async function lockCredentialOrErased(
  credentials: Pick<CredentialRepository, 'lock'>,
  { issuerId, credentialId }: CredentialKey,
): Promise<AvailableCredential | ErasedCredential> {
  const found = await credentials.lock(issuerId, credentialId);
  if (found !== null && (isErased(found) || isAvailable(found))) return found;
  throw new Error('a credential row that was loaded before is gone');
}

/** The badge to which our own records lead, such as an idempotency key. It may be erased. */
export async function findCommitted(
  credentials: Pick<CredentialRepository, 'find'>,
  { issuerId, credentialId }: CredentialKey,
): Promise<CredentialRecord> {
  const found = await credentials.find(issuerId, credentialId);
  if (found === null) throw new Error('a record leads to a credential that does not exist');
  return found;
}

/** The badge of a job, which acts for no API key; null when it was erased since the job was ordered. */
export async function findAvailable(
  credentials: Pick<CredentialRepository, 'find'>,
  { issuerId, credentialId }: CredentialKey,
): Promise<AvailableCredential | null> {
  const found = await credentials.find(issuerId, credentialId);
  return isAvailable(found) ? found : null;
}

export function gone({ erasedAt }: Pick<ErasedCredential, 'erasedAt'>): Refused {
  return refused(
    'gone',
    `This badge was erased on ${erasedAt.toISOString()}, for good. To issue a new one: POST /v1/achievements/{achievementId}/credentials.`,
  );
}
