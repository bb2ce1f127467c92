import { member } from '@proofmark/primitives';
import type { Endorser, JsonObject } from '@proofmark/schemas';
import { issuerOf } from '../authenticity/judge-proof.js';
import { platformOf } from '../credential/issuer-domains.js';
import { idOf, nodesOf } from '../credential/nodes.js';

/**
 * Who signed an endorsement, seen from the badge that carries it. Somebody else is only who has a key or a host that is not the issuer's: a name
 * under the issuer's own host is the issuer's word, whatever the name is.
 */
export function endorserOf(endorsement: JsonObject, carrier: JsonObject): Endorser {
  const id = issuerOf(endorsement) ?? '';
  const issuer = idOf(member(carrier, 'issuer')) ?? '';
  if (nodesOf(carrier, 'credentialSubject').some((subject) => subject.id === id)) return 'recipient';
  const host = platformOf(id);
  return id === issuer || id.startsWith(`${issuer}:`) || (host !== '' && host === platformOf(issuer)) ? 'issuer' : 'other';
}

/** The name under which an endorsement counts: the host of its key, or the key. Never the name that it gives itself. */
export function endorserName(endorsement: JsonObject): string {
  const id = issuerOf(endorsement) ?? '';
  return platformOf(id) || id;
}
