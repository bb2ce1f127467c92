// What the fuzzer changes: badges that verify, and such as must never be genuine, in every form, with the documents that they lead to.
import { gzipSync } from 'node:zlib';
import { bakePng, bakeSvg, buildStatusList, createBits, encodeList, setBit } from '@proofmark/credentials';
import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { toMultikey } from '@proofmark/proofs';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import { TEST_TYPE } from '@proofmark/schemas';
import { didKeyOf, namedEd25519Key, sampleCredential, sampleJwt } from '@proofmark/testkit';
import { png } from '../corpus/worst/index.mjs';

const [acme, mallory] = [namedEd25519Key('acme'), namedEd25519Key('mallory')];
const [own, foreign] = [acme, mallory].map(didKeyOf);
const WORK = 'https://ada.example/report.pdf';
const PINNED = { id: WORK, type: ['Evidence'], name: 'Report', digestMultibase: 'uEiAAAA' };

const sign = (credential, key = acme, { verificationMethod } = didKeyOf(key)) =>
  signDataIntegrity({ credential, verificationMethod, created: '2026-11-22T09:00:00Z', signer: key.signer });
const plain = (more = {}) => ({ ...JSON.parse(JSON.stringify(sampleCredential())), ...more });
const numbered = (number, more = {}) => plain({ id: `https://badges.example/credentials/${number}`, ...more });

const entry = (purpose, index) => ({
  id: `https://badges.example/status/${purpose}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: `https://badges.example/status/${purpose}`,
});

async function list(purpose) {
  const bits = createBits();
  setBit(bits, 5, true);
  const id = `https://badges.example/status/${purpose}`;
  const encodedList = await encodeList(bits, gzipSync);
  return sign(JSON.parse(JSON.stringify(buildStatusList({ id, issuer: own.did, purpose, validFrom: Date.UTC(2026, 10, 1), encodedList }))));
}

/** An issuer by an address, of whose two keys one was revoked. */
const SCHOOL = 'did:web:school.example';
const method = (key, more = {}) => ({
  id: `${SCHOOL}#${toMultikey(key.publicKey)}`,
  type: 'Multikey',
  controller: SCHOOL,
  publicKeyMultibase: toMultikey(key.publicKey),
  ...more,
});
const [present, stolen] = [namedEd25519Key('present'), namedEd25519Key('stolen')];
const methods = [method(present), method(stolen, { revoked: '2026-11-25T00:00:00Z' })];
const bySchool = (number, key) =>
  sign(numbered(number, { issuer: { id: SCHOOL, type: ['Profile'], name: 'The School' } }), key, { verificationMethod: method(key).id });

export const DOCUMENTS = new Map(
  Object.entries({
    'https://badges.example/status/revocation': await list('revocation'),
    'https://badges.example/status/suspension': await list('suspension'),
    'https://school.example/.well-known/did.json': {
      id: SCHOOL,
      verificationMethod: methods,
      assertionMethod: methods.map(({ id }) => id),
    },
  }),
);

/** Badges, and whether they are genuine. */
const BADGES = [
  [true, await sign(plain())],
  [
    true,
    await sign(
      plain({
        evidence: [
          PINNED,
          { id: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567', type: ['Evidence'], name: 'Todo API' },
        ],
      }),
    ),
  ],
  // One id in two places: the graph says of it what both say.
  [true, await sign(plain({ evidence: [PINNED], relatedResource: [{ id: WORK, digestSRI: `sha384-${'A'.repeat(64)}` }] }))],
  [true, await sign(numbered('listed', { credentialStatus: entry('revocation', 4) }))],
  [true, await bySchool('school', present)],
  [false, await sign(numbered('over', { validUntil: '2026-11-23T09:00:00Z' }))],
  [false, await sign(numbered('early', { validFrom: '2027-01-01T00:00:00Z' }))],
  [false, await sign(numbered('revoked', { credentialStatus: entry('revocation', 5) }))],
  [false, await sign(numbered('suspended', { credentialStatus: entry('suspension', 5) }))],
  [false, await sign(numbered('test', { type: ['VerifiableCredential', 'OpenBadgeCredential', TEST_TYPE] }))],
  [false, await sign(numbered('foreign'), mallory)],
  [false, await bySchool('stolen', stolen)],
  [false, { ...numbered('altered'), proof: (await sign(plain())).proof }],
];

const rawToken = async (header, payload, key = acme) => {
  const text = [{ alg: 'EdDSA', kid: didKeyOf(key).verificationMethod, ...header }, payload]
    .map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part))))
    .join('.');
  return `${text}.${encodeBase64url(await key.signer.sign(encodeUtf8(text)))}`;
};
const { validFrom: _, ...older } = plain();
const claims = { iss: own.did, jti: plain().id, sub: 'urn:uuid:0198c0de-0000-7000-8000-000000000002', nbf: 1795338000 };
const VC1 = 'https://www.w3.org/2018/credentials/v1';
const vc = { ...older, '@context': [VC1, plain()['@context'][1]], issuanceDate: '2026-11-22T09:00:00Z' };

const TOKENS = [
  [true, await sampleJwt({}, acme, own.verificationMethod)],
  [true, await rawToken({ typ: 'vc+jwt', cty: 'vc' }, plain())],
  [true, await rawToken({ typ: 'JWT' }, { ...claims, vc })],
  [false, await rawToken({ typ: 'JWT' }, { ...claims, exp: 1795338001, vc })],
  [false, await rawToken({ typ: 'JWT' }, { ...claims, ...plain(), vc })],
  [false, await rawToken({ typ: 'at+jwt' }, plain())],
  [false, await rawToken({ typ: 'vc+jwt', kid: foreign.verificationMethod }, plain(), mallory)],
  [false, await rawToken({ typ: 'vc+jwt' }, { ...plain(), status: { status_list: { idx: 0, uri: 'https://badges.example/x' } } })],
];

const bytes = (text) => new Uint8Array(Buffer.from(text));
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>';
const [text, other] = [BADGES[0][1], BADGES[5][1]].map((badge) => JSON.stringify(badge));
const twice = (marker) => {
  const [one, two] = [text, other].map((each) => Buffer.from(bakePng(png(), { kind: 'json', text: each }).png));
  // The chunk with the badge stands after the header; the second picture brings one more.
  const length = 12 + two.readUInt32BE(33);
  return new Uint8Array(Buffer.concat([one.subarray(0, marker), two.subarray(33, 33 + length), one.subarray(marker)]));
};
const presented = (verifiableCredential) =>
  JSON.stringify({ '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential });

/** `genuine` of an input that nobody changed; null where it holds several badges or none. */
export const INPUTS = [
  ...BADGES.flatMap(([genuine, badge]) => [
    { kind: 'json', genuine, bytes: bytes(JSON.stringify(badge)) },
    { kind: 'png', genuine, bytes: bakePng(png(), { kind: 'json', text: JSON.stringify(badge) }).png },
    { kind: 'svg', genuine, bytes: bytes(bakeSvg(DRAWING, { kind: 'json', text: JSON.stringify(badge) }).svg) },
  ]),
  ...TOKENS.flatMap(([genuine, token]) => [
    { kind: 'jwt', genuine, bytes: bytes(token) },
    { kind: 'png', genuine, bytes: bakePng(png(), { kind: 'jwt', text: token }).png },
  ]),
  { kind: 'json', genuine: null, bytes: bytes(presented([BADGES[0][1]])) },
  { kind: 'json', genuine: null, bytes: bytes(presented(BADGES.map(([, badge]) => badge))) },
  { kind: 'png', genuine: null, bytes: twice(33) },
  { kind: 'svg', genuine: null, bytes: bytes(`%PDF-1.7\n${text}`) },
];
export const GOOD_BADGES = BADGES.filter(([genuine]) => genuine).map(([, badge]) => badge);
export const GOOD_TOKENS = TOKENS.filter(([genuine]) => genuine).map(([, token]) => token);
/** Parts of one badge are put into another. */
export const PARTS = BADGES.map(([, badge]) => badge);
