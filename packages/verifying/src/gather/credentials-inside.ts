import { type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { endorsementCarriers } from '../endorsement-carriers.js';
import { fromJson, fromJwt } from '../intake/from-json.js';
import type { Handed } from '../intake/handed.js';
import { idOf, isObject, listOf, member } from '../json.js';
import type { ContainedFact } from './facts.js';
import { sameId } from './same-id.js';

/** A credential inside another, to be judged by itself. */
export interface Inner {
  readonly handed: Handed;
  readonly role: ContainedFact['role'];
  readonly aboutCarrier: boolean;
  readonly from?: ContainedFact['from'];
}

/** The endorsements that a credential carries, each bound to what carries it, and the credentials of a CLR (CLR 2.0, ClrSubject). */
export function credentialsInside(credential: JsonObject): readonly Inner[] {
  const endorsements = endorsementCarriers(credential).flatMap(({ carrier, embedded, tokens }) => {
    const inPlace = embedded.map((node) => fromJson(withContext(node, credential), 'json', true));
    const signed = tokens.map((token) => fromJwt(String(token), 'jwt'));
    return [...inPlace, ...signed].map((handed): Inner => ({ handed, role: 'endorsement', aboutCarrier: isAbout(handed, idOf(carrier)) }));
  });
  const members = listOf(member(member(credential, 'credentialSubject'), 'verifiableCredential')).map(
    (item): Inner => ({ handed: fromJson(withContext(item, credential), 'json', true), role: 'member', aboutCarrier: true }),
  );
  return [...endorsements, ...members];
}

/** Whether this is an endorsement, and of the thing with this id. */
export function isAbout(handed: Handed, carrier: string | null): boolean {
  if (handed.kind !== 'badge' || !typesOf(handed.badge.credential).includes('EndorsementCredential')) return false;
  const endorsed = idOf(member(handed.badge.credential, 'credentialSubject'));
  return carrier !== null && sameId(endorsed, carrier);
}

/** An embedded credential without contexts of its own stands under those of its carrier. */
function withContext(node: Json, carrier: JsonObject): Json {
  const context = member(carrier, '@context');
  return isObject(node) && node['@context'] === undefined && context !== undefined ? { '@context': context, ...node } : node;
}
