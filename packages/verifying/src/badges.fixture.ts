import { buildStatusList, createBits, emailIdentity, encodeList, setBit } from '@proofmark/credentials';
import { buildDidDocument, encodeBase64url, toMultikey } from '@proofmark/proofs';
import { signDataIntegrity, signJwt } from '@proofmark/proofs/sign';
import { type Json, type JsonObject, OB3_CONTEXT, type Report, VC2_CONTEXT } from '@proofmark/schemas';
import { expect } from 'vitest';
import { sources } from './gather/sources.js';
import { host } from './host.fixture.js';
import type { VerifyInput } from './input.js';
import { namedKey, namedP256Key, type TestKey } from './keys.fixture.js';
import type { FetchFailure, FetchRequest, Policy, Ports } from './ports.js';
import { verify } from './verify.js';

/** The clock of the tests. */
export const NOW: number = Date.parse('2027-03-01T12:00:00Z');
export const ISSUER = 'did:web:badges.example:issuers:acme';
export const ISSUER_DOCUMENT = 'https://badges.example/issuers/acme/did.json';
export const LIST = 'https://badges.example/status/3';

export { namedKey, type TestKey } from './keys.fixture.js';

export const acme: TestKey = namedKey('acme');
export const acmeJwt: TestKey = namedP256Key('acme');
export const mallory: TestKey = namedKey('mallory');

export const methodOf = (issuer: string, key: TestKey): string => `${issuer}#${toMultikey(key.publicKey)}`;
export const JWT_METHOD = `${ISSUER}#jwt`;

/** A little web: addresses to JSON, text, bytes, or a failure. What is not there does not answer. */
export type World = Readonly<
  Record<string, JsonObject | string | Uint8Array | { readonly failure: FetchFailure; readonly status?: number }>
>;

export type TestPorts = Ports & { readonly asked: FetchRequest[] };

/** Ports over a little web, with the list of what was asked. */
export function portsOf(world: World): TestPorts {
  const asked: FetchRequest[] = [];
  return {
    asked,
    ...host,
    documents: {
      async fetch(request) {
        asked.push(request);
        const { url } = request;
        const found = world[url];
        if (found === undefined) return { ok: false, url, code: 'unreachable' };
        if (typeof found === 'object' && 'failure' in found) {
          const status = 'status' in found ? { status: found.status as number } : {};
          return { ok: false, url, code: found.failure as FetchFailure, ...status };
        }
        const body =
          found instanceof Uint8Array ? found : new TextEncoder().encode(typeof found === 'string' ? found : JSON.stringify(found));
        if (body.length > request.maxBytes) return { ok: false, url, code: 'too-large' };
        return { ok: true, url, status: 200, mediaType: 'application/octet-stream', etag: null, body };
      },
    },
  };
}

/** The issuer's DID document with its two keys. */
export function issuerDocument(more: JsonObject = {}): JsonObject {
  const keys = [
    { id: methodOf(ISSUER, acme), publicKey: acme.publicKey },
    { id: JWT_METHOD, publicKey: acmeJwt.publicKey },
  ];
  return { ...(buildDidDocument({ did: ISSUER, keys }) as JsonObject), ...more };
}

/** An unsigned badge as we issue it; `more` replaces whole members, and `undefined` takes one out. */
export function unsigned(more: JsonObject = {}): JsonObject {
  const badge: JsonObject = {
    '@context': [VC2_CONTEXT, OB3_CONTEXT],
    id: 'https://badges.example/credentials/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: ISSUER, type: ['Profile'], name: 'Acme Academy', url: 'https://acme.example' },
    validFrom: '2026-11-22T09:00:00Z',
    name: 'Web API design',
    credentialSubject: {
      id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://badges.example/achievements/1',
        type: ['Achievement'],
        name: 'Web API design',
        description: 'Designs and documents a small web API.',
        criteria: { narrative: 'A working API with tests.' },
        alignment: [{ type: ['Alignment'], targetName: 'API design', targetUrl: 'https://skills.example/api' }],
        tag: ['api', 'http'],
      },
    },
    evidence: [
      { id: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567', type: ['Evidence'], name: 'Todo API' },
      {
        id: 'https://badges.example/files/report.pdf',
        type: ['Evidence'],
        name: 'Report',
        digestMultibase: 'uEiAAAA',
        mediaType: 'application/pdf',
      },
    ],
    ...more,
  };
  return Object.fromEntries(Object.entries(badge).filter(([, value]) => value !== undefined));
}

export const STATUS: JsonObject = {
  id: `${LIST}#94567`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: LIST,
};

/** The badge's recipient, by a salted hash. */
export async function withRecipient(address: string): Promise<JsonObject> {
  const { credentialSubject } = unsigned();
  const identity = await emailIdentity(address, '0123456789abcdef', host.crypto);
  return unsigned({ credentialSubject: { ...(credentialSubject as JsonObject), identifier: [identity] } });
}

/** Signs with an embedded proof. */
export function signed(
  credential: JsonObject = unsigned(),
  key: TestKey = acme,
  verificationMethod: string = methodOf(ISSUER, key),
): Promise<JsonObject> {
  return signDataIntegrity({ credential, verificationMethod, created: '2026-11-22T09:00:00Z', signer: key.signer });
}

/** The same as a VC-JWT. */
export function token(credential: JsonObject = unsigned(), key: TestKey = acmeJwt, kid: string = JWT_METHOD): Promise<string> {
  return signJwt({ credential, kid, signer: key.signer });
}

/** A token with any header and payload. */
export function rawToken(header: JsonObject, payload: JsonObject, key: TestKey = acmeJwt): string {
  const encode = (json: JsonObject): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(json)));
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${encodeBase64url(key.signer.sign(new TextEncoder().encode(input)) as Uint8Array)}`;
}

export interface ListOptions {
  readonly set?: readonly number[];
  readonly purpose?: 'revocation' | 'suspension';
  readonly more?: JsonObject;
  readonly subject?: JsonObject;
  readonly key?: TestKey;
  readonly method?: string;
  readonly bytes?: Uint8Array;
}

async function gzip(data: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([data as BufferSource]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** A signed status list. */
export async function statusList({
  set = [],
  purpose = 'revocation',
  more = {},
  subject = {},
  key = acme,
  method,
  bytes,
}: ListOptions = {}): Promise<JsonObject> {
  const bits = createBits();
  for (const index of set) setBit(bits, index, true);
  const list = bytes === undefined ? bits : { bytes, length: bytes.length * 8 };
  const encodedList = await encodeList(list, gzip);
  const credential = buildStatusList({ id: LIST, issuer: ISSUER, purpose, validFrom: Date.parse('2026-11-01T00:00:00Z'), encodedList });
  return signed(
    { ...credential, ...more, credentialSubject: { ...credential.credentialSubject, ...subject } },
    key,
    method ?? methodOf(ISSUER, key),
  );
}

/** Verifies against a little web in which the issuer answers; by the plain path and by the full one, which must say the same and ask the same. */
export async function check(input: Json | VerifyInput, world: World = {}, policy: Partial<Policy> = {}): Promise<Report> {
  const isInput = typeof input === 'object' && input !== null && ['bytes', 'text', 'url', 'json'].some((key) => Object.hasOwn(input, key));
  const handed: VerifyInput = isInput ? (input as VerifyInput) : typeof input === 'string' ? { text: input } : { json: input as Json };
  const web = { [ISSUER_DOCUMENT]: issuerDocument(), ...world };
  const [ports, again] = [portsOf(web), portsOf(web)];
  const report = await verify(handed, ports, { at: NOW, ...policy });
  const { verifyFully } = await import('./verify-fully.js');
  expect(await verifyFully(handed, again, { at: NOW, ...policy }, sources(again.documents))).toEqual(report);
  expect(ports.asked).toEqual(again.asked);
  return report;
}

/** The codes of a report's checks, by check. */
export function codes(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(report.checks).map(([id, outcome]) => [
      id,
      outcome.outcome === 'passed' ? 'passed' : outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code,
    ]),
  );
}
