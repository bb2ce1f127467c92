import type { JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { type DataIntegrityProof, readProofs } from '../data-integrity/read-proofs.js';
import { CREATED, type LibrarySuite, libraryIssue, methodIdOf } from '../library.fixture.js';
import { joseTokens, newKey, type TestKey } from '../node-crypto.fixture.js';
import type { Algorithm } from '../ports.js';
import { derived, issuerKey, plainCredential, signed } from '../sd/sd.fixture.js';
import { signJwt } from '../signing/sign-jwt.js';
import type { OwnOutcome } from './checked-signature.js';
import { secondOpinion } from './second-opinion.js';

function proofOf(document: JsonObject): DataIntegrityProof {
  const [reading] = readProofs(document) ?? [];
  if (!reading?.ok) throw new Error('no proof');
  return reading.proof;
}

async function opinionOn(document: JsonObject, key: TestKey, ours: OwnOutcome = 'valid') {
  const { opinion, theirs, reason } = await secondOpinion(
    { form: 'data-integrity', document, proof: proofOf(document), key: key.publicKey, ours },
    joseTokens,
  );
  return [opinion, theirs, reason];
}

const SUITES: [LibrarySuite, Algorithm][] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'ES256'],
  ['ecdsa-rdfc-2019', 'ES384'],
  ['ecdsa-jcs-2019', 'ES256'],
  ['ecdsa-jcs-2019', 'ES384'],
  ['Ed25519Signature2020', 'Ed25519'],
];

/** The fixture under VC 1.1 where the suite needs it. */
function unsignedFor(suite: LibrarySuite): JsonObject {
  if (suite !== 'Ed25519Signature2020') return credential();
  const { validFrom: _, validUntil: __, ...rest } = credential();
  const contexts = ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/suites/ed25519-2020/v1'];
  return {
    '@context': contexts,
    id: rest.id!,
    type: ['VerifiableCredential'],
    issuer: (rest.issuer as JsonObject).id!,
    issuanceDate: CREATED,
    credentialSubject: { id: 'urn:x' },
  };
}

describe('secondOpinion about an embedded proof', () => {
  it.each(SUITES)('agrees with the right answer for %s with %s, and disagrees with the wrong one', async (suite, algorithm) => {
    const key = newKey(algorithm);
    const document = await libraryIssue(unsignedFor(suite), suite, key);
    expect(await opinionOn(document, key)).toEqual(['agrees', 'valid', null]);
    expect(await opinionOn(document, key, 'invalid')).toEqual(['disagrees', 'valid', null]);
    const other = newKey(algorithm);
    expect(await opinionOn(document, other, 'invalid')).toEqual(['agrees', 'invalid', null]);
    expect(await opinionOn(document, other)).toEqual(['disagrees', 'invalid', null]);
  });

  it('agrees about a derived ecdsa-sd-2023 proof', async () => {
    const shown = await derived(await signed(plainCredential()), ['/name']);
    expect(await opinionOn(shown, issuerKey)).toEqual(['agrees', 'valid', null]);
    expect(await opinionOn({ ...shown, name: 'Other' }, issuerKey, 'invalid')).toEqual(['agrees', 'invalid', null]);
  });

  it('is about the signature alone: dates, status and the issuer of the key change nothing', async () => {
    const key = newKey('Ed25519');
    const expired = await libraryIssue(credential({ validUntil: '2026-02-02T00:00:00Z' }), 'eddsa-rdfc-2022', key);
    expect(await opinionOn(expired, key)).toEqual(['agrees', 'valid', null]);
  });

  it('is undecided where our own check is', async () => {
    const key = newKey('Ed25519');
    const document = await libraryIssue(credential(), 'eddsa-rdfc-2022', key);
    expect(await opinionOn(document, key, 'limit-exceeded')).toEqual(['cannot-tell', 'valid', null]);
  });

  it('is undecided, with the reason, about a proof that the library does not support', async () => {
    const key = newKey('Ed25519');
    const document = await libraryIssue(credential(), 'eddsa-rdfc-2022', key);
    const proof = document.proof as JsonObject;
    const changed = (more: JsonObject): JsonObject => ({ ...document, proof: { ...proof, ...more } });
    expect(await opinionOn(changed({ previousProof: 'urn:a' }), key)).toEqual(['cannot-tell', 'cannot-tell', 'chained-proof']);
    expect(await opinionOn(changed({ cryptosuite: 'bbs-2023' }), key)).toEqual(['cannot-tell', 'cannot-tell', 'unsupported-suite']);
    expect(await opinionOn(document, newKey('RS256'))).toEqual(['cannot-tell', 'cannot-tell', 'unsupported-suite']);
    expect(await opinionOn({ ...document, '@context': ['https://www.w3.org/ns/credentials/v2', 'https://x.example/v1'] }, key)).toEqual([
      'cannot-tell',
      'cannot-tell',
      'unsupported-context',
    ]);
    expect(await opinionOn({ ...document, type: 'Other' }, key)).toEqual(['cannot-tell', 'cannot-tell', 'refused-document']);
    let deep: JsonObject = {};
    for (let i = 0; i < 100; i++) deep = { a: deep };
    expect(await opinionOn({ ...document, evidence: deep }, key)).toEqual(['cannot-tell', 'cannot-tell', 'limit-exceeded']);
  });

  it('leaves the document as it was', async () => {
    const key = newKey('Ed25519');
    const document = await libraryIssue(credential(), 'eddsa-rdfc-2022', key);
    const before = JSON.stringify(document);
    await opinionOn(document, key);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('agrees with a restructured badge, which is why it never softens a verdict', async () => {
    const key = newKey('Ed25519');
    const document = await libraryIssue(credential(), 'eddsa-rdfc-2022', key);
    const { name, ...rest } = document;
    expect(await opinionOn({ ...rest, 'https://schema.org/name': name! }, key)).toEqual(['agrees', 'valid', null]);
  });
});

describe('secondOpinion about a token', () => {
  it('is what jose says about the token as it is', async () => {
    const key = newKey('ES256');
    const token = await signJwt({ credential: credential(), kid: methodIdOf(key), signer: key.signer });
    const question = { form: 'jwt', token, alg: 'ES256', id: null, key: key.publicKey, ours: 'valid' } as const;
    expect(await secondOpinion(question, joseTokens)).toEqual({
      library: 'jose',
      opinion: 'agrees',
      ours: 'valid',
      theirs: 'valid',
      reason: null,
    });
    const other = { ...question, key: newKey('ES256').publicKey, ours: 'invalid' } as const;
    expect(await secondOpinion(other, joseTokens)).toMatchObject({ opinion: 'agrees', theirs: 'invalid' });
    const unable = { verifyCompact: async () => null };
    expect(await secondOpinion(question, unable)).toMatchObject({ opinion: 'cannot-tell', reason: 'unsupported-suite' });
  });
});
