import { isObject, listOf, member } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';
import { nodesOf } from './nodes.js';

/** A part of a credential with its endorsements: embedded credentials and tokens. */
export interface EndorsementCarrier {
  readonly carrier: JsonObject;
  readonly embedded: readonly JsonObject[];
  readonly tokens: readonly Json[];
}

/**
 * Every part of a credential that carries endorsements (OB 3.0: the credential, the achievement, every profile). Credentials inside are
 * left out: they are judged by themselves, with what they carry.
 */
export function endorsementCarriers(credential: JsonObject): readonly EndorsementCarrier[] {
  const found: EndorsementCarrier[] = [];
  const visit = (value: Json | undefined): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isObject(value)) {
      const embedded = nodesOf(value, 'endorsement');
      const tokens = listOf(member(value, 'endorsementJwt'));
      if (embedded.length + tokens.length > 0) found.push({ carrier: value, embedded, tokens });
    }
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'endorsement' && key !== 'verifiableCredential' && key !== 'proof') visit(item as Json);
    }
  };
  visit(credential);
  return found;
}

/** How many endorsements a credential carries, in all its parts. */
export function countEndorsements(credential: JsonObject): number {
  return endorsementCarriers(credential).reduce((sum, { embedded, tokens }) => sum + embedded.length + tokens.length, 0);
}
