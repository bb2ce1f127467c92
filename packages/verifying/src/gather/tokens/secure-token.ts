import { isObject, member } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { Sources } from '../../documents/sources.js';
import type { Secured } from '../../facts/facts.js';
import { headerNotes } from '../../input/header-notes.js';
import type { Ports } from '../../ports.js';
import { checkToken } from './check-token.js';
import { claimsAgreement } from './claims-agreement.js';

/** A credential in a token with what its signature, its header and its claims say beside it. */
export async function secureToken(secured: Secured, jwt: DecodedJwt, ports: Ports, sources: Sources): Promise<Secured> {
  const { credential, keySafety, schema } = secured;
  const proof = await checkToken(credential, jwt, keySafety, ports, sources);
  const noted = schema === null ? null : { ...schema, notes: [...schema.notes, ...headerNotes(jwt.header)] };
  const claims = { header: jwt.header, claims: jwt.payload, agreement: claimsAgreement(credential, jwt) };
  const claimedStatus = statusOf(jwt.payload);
  return { ...secured, schema: noted, jwt: claims, proofs: [proof], ...(claimedStatus === null ? {} : { claimedStatus }) };
}

/**
 * The claim `status` of a token (OAuth Token Status List, section 6) as an entry of a kind that cannot be asked here: a status nobody asked is
 * not the same as none.
 */
function statusOf(claims: JsonObject): JsonObject | null {
  const claim = member(claims, 'status');
  return isObject(claim) ? { type: ['status', ...Object.keys(claim).slice(0, 1)].join('.') } : null;
}
