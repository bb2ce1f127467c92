import { emailIdentity, normaliseEmail, type RecipientInput } from '@proofmark/credentials';
import type { Recipient } from '@proofmark/schemas/api';
import { randomUuid } from '../identifiers.js';
import type { IssuingDeps } from '../ports.js';

/** What a badge says of its recipient, and by what its issuer finds it again. The address itself goes no further. */
export interface PreparedRecipient {
  readonly badge: RecipientInput;
  readonly lookup: Uint8Array | null;
}

/** Hashes the recipient's address with a salt of this badge alone (128 bits), and with the secret of this service for look-ups. */
export async function prepareRecipient(deps: IssuingDeps, issuerId: string, { email, did, name }: Recipient): Promise<PreparedRecipient> {
  const id = did ?? `urn:uuid:${randomUuid(deps.random)}`;
  if (email === undefined) return { badge: { id, name }, lookup: null };
  const salt = hex(deps.random.bytes(16));
  const identity = await emailIdentity(email, salt, deps.crypto);
  return { badge: { id, identity, name }, lookup: recipientLookup(deps, issuerId, email) };
}

/** The keyed hash of an address; the issuer is part of it, so that nobody can join two issuers' recipients. */
export function recipientLookup(deps: Pick<IssuingDeps, 'hmac' | 'pepper'>, issuerId: string, email: string): Uint8Array {
  return deps.hmac(deps.pepper, new TextEncoder().encode(`${issuerId}\n${normaliseEmail(email)}`));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
