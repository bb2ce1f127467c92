import { matchesIdentity } from '@proofmark/credentials';
import { member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { nodesOf } from '../credential/nodes.js';
import type { RecipientFact } from '../facts/facts.js';
import type { Ports } from '../ports.js';

/** Compares the person with every identity that the badge names (OB 3.0, verification, step "recipient"). The text never leaves this function. */
export async function compareRecipient(credential: JsonObject, recipient: string, ports: Ports): Promise<RecipientFact> {
  const subject = member(credential, 'credentialSubject');
  const identifiers = nodesOf(subject, 'identifier');
  const id = textOf(subject, 'id');
  if (id !== null && id === recipient.trim()) return 'match';
  for (const identifier of identifiers.slice(0, 50)) if (await matchesIdentity(identifier, recipient, ports.crypto)) return 'match';
  const comparable = recipient.includes('@')
    ? identifiers.some((identifier) => /^email/.test(textOf(identifier, 'identityType') ?? ''))
    : id !== null;
  return comparable ? 'no-match' : 'names-nobody';
}
