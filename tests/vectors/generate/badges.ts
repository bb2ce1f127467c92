import { createHash } from 'node:crypto';
import { buildCredential, buildEndorsement, type CredentialInput } from '@proofmark/credentials';
import { nodeCrypto } from '@proofmark/platform/node';
import { encodeBase64url, type Json, type JsonObject } from '@proofmark/primitives';
import { type SuiteSigning, signJwt, signWithSuite } from '@proofmark/proofs/sign';
import type { TestKey } from '@proofmark/testkit';
import { ACME, ACME_METHOD, acmeKey, SCHOOL, schoolKey, schoolTokenKey } from './issuers.js';

/** When the badges are valid from and signed. */
const ISSUED = '2026-11-22T09:00:00Z';
export const BADGE = 'https://school.example/credentials/1';
const REPOSITORY = 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';

const crypto = nodeCrypto();

const base = (issuer: string): CredentialInput => ({
  id: BADGE,
  issuer: { id: issuer, name: 'Northside School', url: 'https://school.example' },
  validFrom: Date.parse(ISSUED),
  recipient: { id: 'urn:uuid:0198c0de-0000-7000-8000-000000000002', name: 'Ada Example' },
  achievement: {
    id: 'https://school.example/achievements/web-api',
    name: 'Web API design',
    description: 'Designs, builds and documents a small web API.',
    criteria: { narrative: 'A working API with tests, reviewed by two assessors.' },
    alignment: [{ targetName: 'API design', targetUrl: 'https://skills.example/api' }],
  },
  evidence: [{ id: REPOSITORY, name: 'Todo API' }],
});

/** An unsigned badge of the school; `input` replaces members of what it is built of. */
export function unsigned(input: Partial<CredentialInput> = {}, issuer: string = SCHOOL): JsonObject {
  return buildCredential({ ...base(issuer), ...input }) as unknown as JsonObject;
}

/** A badge with members replaced; `undefined` takes one out. */
export function having(badge: JsonObject, members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries({ ...badge, ...members }).filter(([, value]) => value !== undefined)) as JsonObject;
}

export interface Signing {
  readonly key?: TestKey;
  readonly method?: string;
  readonly cryptosuite?: SuiteSigning['cryptosuite'];
  readonly options?: JsonObject;
}

/** Adds an embedded proof, by default the school's Ed25519 one. */
export async function signed(document: JsonObject = unsigned(), signing: Signing = {}): Promise<JsonObject> {
  const { key = schoolKey, method = `${SCHOOL}#key`, cryptosuite = 'eddsa-rdfc-2022', options = {} } = signing;
  const made = await signWithSuite({
    document,
    cryptosuite,
    verificationMethod: method,
    created: ISSUED,
    signer: key.signer,
    crypto,
    options,
  });
  if (!made.ok) throw new Error(`a vector cannot be signed: ${JSON.stringify(made.reason)}`);
  return made.document;
}

/** The same badge, issued by a did:key. */
export function signedByAcme(input: Partial<CredentialInput> = {}): Promise<JsonObject> {
  return signed(unsigned(input, ACME), { key: acmeKey, method: ACME_METHOD });
}

/** A badge as a VC-JWT, by default with the school's P-256 key. */
export function token(credential: JsonObject = unsigned(), key: TestKey = schoolTokenKey, kid = `${SCHOOL}#token`): Promise<string> {
  return signJwt({ credential, kid, signer: key.signer });
}

/** A token with any header and payload. */
export async function rawToken(header: JsonObject, payload: JsonObject, key: TestKey = schoolTokenKey): Promise<string> {
  const input = [header, payload].map((part) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
  return `${input}.${encodeBase64url(await key.signer.sign(new TextEncoder().encode(input)))}`;
}

/** The payload of a token. */
export function payloadOf(text: string): JsonObject {
  return JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8')) as JsonObject;
}

/** A signed endorsement of something, by default of the badge and by the did:key issuer. */
export function endorsement(about: string = BADGE): Promise<JsonObject> {
  const built = buildEndorsement({
    id: 'https://endorser.example/endorsements/1',
    name: 'Assessed by Dr. Example',
    endorser: { id: ACME, name: 'Dr. Example' },
    about,
    comment: 'I read the code and spoke with its author.',
    validFrom: Date.parse(ISSUED),
  });
  return signed(built as unknown as JsonObject, { key: acmeKey, method: ACME_METHOD });
}

/** A multihash of SHA-256 in multibase base64url, as evidence states it. */
export function digestOf(bytes: string): string {
  return `u${encodeBase64url(Uint8Array.from([0x12, 0x20, ...createHash('sha256').update(bytes).digest()]))}`;
}
