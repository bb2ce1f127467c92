import { isObject, listOf, member } from '@proofmark/primitives';
import { type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { endorsementCarriers } from '../credential/endorsement-carriers.js';
import { idOf } from '../credential/nodes.js';
import type { ContainedFact } from '../facts/facts.js';
import { fromJson, fromJwt } from '../input/from-json.js';
import type { InputReading } from '../input/reading.js';
import { endorserOf } from './endorser.js';
import { sameId } from './same-id.js';

/** A credential inside another, to be judged separately. */
export interface Inner {
  readonly reading: InputReading;
  readonly role: ContainedFact['role'];
  readonly aboutCarrier: boolean;
  readonly endorser?: ContainedFact['endorser'];
  readonly from?: ContainedFact['from'];
}

/** The endorsements that a credential carries, each bound to what carries it, and the credentials of a CLR (CLR 2.0, ClrSubject). */
export function credentialsInside(credential: JsonObject): readonly Inner[] {
  const endorsements = endorsementCarriers(credential).flatMap(({ carrier, embedded, tokens }) => {
    const inPlace = embedded.map((node) => fromJson(withContext(node, credential), 'json', true));
    const signed = tokens.map((token) => fromJwt(String(token), 'jwt'));
    return [...inPlace, ...signed].map(
      (reading): Inner => ({
        reading,
        role: 'endorsement',
        aboutCarrier: isAbout(reading, idOf(carrier)),
        ...(reading.kind === 'badge' && { endorser: endorserOf(reading.badge.credential, credential) }),
      }),
    );
  });
  const members = listOf(member(member(credential, 'credentialSubject'), 'verifiableCredential')).map(
    (item): Inner => ({ reading: fromJson(withContext(item, credential), 'json', true), role: 'member', aboutCarrier: true }),
  );
  return [...endorsements, ...members];
}

/** Whether this is an endorsement, and of the thing with this id. */
export function isAbout(reading: InputReading, carrier: string | null): boolean {
  if (reading.kind !== 'badge' || !typesOf(reading.badge.credential).includes('EndorsementCredential')) return false;
  const endorsed = idOf(member(reading.badge.credential, 'credentialSubject'));
  return carrier !== null && sameId(endorsed, carrier);
}

/** An embedded credential without contexts of its own stands under those of its carrier. */
function withContext(node: Json, carrier: JsonObject): Json {
  const context = member(carrier, '@context');
  return isObject(node) && node['@context'] === undefined && context !== undefined ? { '@context': context, ...node } : node;
}
