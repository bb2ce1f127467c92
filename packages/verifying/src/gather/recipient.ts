import { matchesIdentity } from '@proofmark/credentials';
import { canonicalEmail, member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { nodesOf } from '../credential/nodes.js';
import type { RecipientFact } from '../facts/facts.js';
import type { Ports } from '../ports.js';

/** Identities of one badge that are compared; each may cost some twenty hashes. */
const MAX_IDENTITIES = 50;

/** What a reader may ask about: a person by an e-mail address, a URI such as a DID, or a telephone number. Null for any other text. */
export function kindOfPerson(text: string): 'email' | 'uri' | 'telephone' | null {
  const trimmed = text.trim();
  if (canonicalEmail(trimmed) !== null) return 'email';
  if (trimmed.length > 2048) return null;
  if (/^[a-z][a-z\d+.-]{0,30}:\S+$/i.test(trimmed)) return 'uri';
  return /^\+?[\d\s().-]{5,40}$/.test(trimmed) ? 'telephone' : null;
}

/** Compares the person with every identity that the badge names (OB 3.0, verification, step "recipient"). The text never leaves this function. */
export async function compareRecipient(credential: JsonObject, recipient: string, ports: Ports): Promise<RecipientFact> {
  const kind = kindOfPerson(recipient);
  if (kind === null) return 'not-an-address';
  const subject = member(credential, 'credentialSubject');
  const identifiers = nodesOf(subject, 'identifier').slice(0, MAX_IDENTITIES);
  const id = textOf(subject, 'id');
  if (id !== null && id === recipient.trim()) return 'match';
  for (const identifier of identifiers) if (await matchesIdentity(identifier, recipient, ports.crypto)) return 'match';
  const comparable = kind === 'email' ? identifiers.some(isComparableEmail) : kind === 'uri' && id !== null;
  return comparable ? 'no-match' : 'names-nobody';
}

/** Whether an identity is an address that can be compared: in clear, or hashed as the standard says. Of another hash nobody can say anything. */
export function isComparableEmail(identity: JsonObject): boolean {
  if (!/^email/.test(textOf(identity, 'identityType') ?? '')) return false;
  return member(identity, 'hashed') !== true || /^(?:sha256|md5)\$[\da-f]+$/i.test(textOf(identity, 'identityHash') ?? '');
}
