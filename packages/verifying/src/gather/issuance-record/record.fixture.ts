import { commitmentOf, PLACES_A_FILE, type RecordedPlace, recordTagOf, writeRecordFile, writeRecordHead } from '@proofmark/credentials';
import { encodeBase64url } from '@proofmark/primitives';
import { buildDidDocument, type PublishedKey } from '@proofmark/proofs';
import { prepareCredential, signIssuanceRecord } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import {
  acme,
  acmeJwt,
  ISSUER,
  ISSUER_DOCUMENT,
  JWT_METHOD,
  LIST,
  methodOf,
  namedKey,
  type TestKey,
  type World,
} from '../../fixtures/badges.fixture.js';
import { host } from '../../fixtures/host.fixture.js';

/** When the keys of the badges were revoked, and when the record was complete. */
const REVOKED = { revoked: '2027-01-15T00:00:00Z', revocationReason: 'A laptop was stolen' };
const COMPLETE = Date.parse('2027-01-15T00:00:10Z') / 1000;

export const METHOD = methodOf(ISSUER, acme);
export const successor = namedKey('acme, the next key');
const NEXT = methodOf(ISSUER, successor);
export const recordKey = namedKey('acme, the record key');
export const RECORD_METHOD = methodOf(ISSUER, recordKey);

export const ENDPOINT = 'https://badges.example/issuers/acme/record';
export const FILES = `${ENDPOINT}/3`;
const SALT = new Uint8Array(16).fill(7);

/** The issuer's document: the keys of the badges are revoked, and it names a record. */
export function document(record: { readonly endpoint?: string; readonly keys?: readonly PublishedKey[] } | null = {}): JsonObject {
  const keys = [
    { id: METHOD, publicKey: acme.publicKey, ...REVOKED },
    { id: JWT_METHOD, publicKey: acmeJwt.publicKey, ...REVOKED },
    { id: NEXT, publicKey: successor.publicKey },
  ];
  const own = { endpoint: ENDPOINT, keys: [{ id: RECORD_METHOD, publicKey: recordKey.publicKey }], ...record };
  return buildDidDocument({ did: ISSUER, keys, ...(record === null ? {} : { record: own }) });
}

/** What the record says of a badge. */
async function placeOf(badge: JsonObject, salt: Uint8Array = SALT): Promise<RecordedPlace> {
  const prepared = await prepareCredential(badge, host.crypto);
  if (!prepared.ok) throw new Error('the badge would not be signed');
  const { canonicalHash } = prepared.prepared;
  return { tag: await recordTagOf(String(badge.id), host.crypto), commitment: await commitmentOf({ canonicalHash, salt }, host.crypto) };
}

const signed = (payload: JsonObject, key: TestKey, kid: string): Promise<string> =>
  signIssuanceRecord(payload, { kid, signer: key.signer });

export interface RecordOptions {
  readonly key?: TestKey;
  readonly kid?: string;
  /** Members that replace those of the head's payload, and of the file's. */
  readonly head?: JsonObject;
  readonly file?: JsonObject;
  readonly document?: JsonObject;
}

/** A little web with a record that has these badges in their places, and their salts beside them. */
export async function recordOf(
  badges: readonly (readonly [index: number, badge: JsonObject])[],
  { key = recordKey, kid = RECORD_METHOD, head = {}, file = {}, document: own = document() }: RecordOptions = {},
): Promise<World> {
  const world: Record<string, World[string]> = { [ISSUER_DOCUMENT]: own };
  const blocks = new Map<number, Map<number, RecordedPlace>>();
  for (const [index, badge] of badges) {
    const block = Math.floor(index / PLACES_A_FILE);
    blocks.set(block, (blocks.get(block) ?? new Map()).set(index, await placeOf(badge)));
    world[`${badge.id}/salt`] = { salt: encodeBase64url(SALT) };
  }
  for (const [block, places] of blocks) {
    const payload = writeRecordFile({ iss: ISSUER, iat: COMPLETE, list: LIST, block, places });
    world[`${FILES}/${block}`] = await signed({ ...payload, ...file }, key, kid);
  }
  const complete = { [METHOD]: COMPLETE, [JWT_METHOD]: COMPLETE };
  const payload = writeRecordHead({ iss: ISSUER, iat: COMPLETE, lists: [{ list: LIST, files: FILES }], complete });
  world[ENDPOINT] = await signed({ ...payload, ...head }, key, kid);
  return world;
}
