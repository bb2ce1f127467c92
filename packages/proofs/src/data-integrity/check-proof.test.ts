import type { JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { readMultikey } from '../keys/multikey.js';
import { ISSUER, type LibrarySuite, libraryIssue, libraryVerifies, methodIdOf } from '../library.fixture.js';
import { newKey, nodeCrypto, type TestKey } from '../node-crypto.fixture.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { signDataIntegrity } from '../signing/sign-data-integrity.js';
import { checkProof } from './check-proof.js';
import type { ProofOutcome } from './proof-question.js';
import { readProofs } from './read-proofs.js';

const ED25519 = 'https://w3id.org/security/suites/ed25519-2020/v1';
const VC1: JsonObject = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', ED25519],
  id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000009',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'An older badge',
  issuer: { id: ISSUER, type: ['Profile'], name: 'Acme' },
  issuanceDate: '2025-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:ada', type: ['AchievementSubject'] },
};

async function outcomes(document: JsonObject, key: TestKey): Promise<ProofOutcome[]> {
  const readings = readProofs(document) ?? [];
  return Promise.all(
    readings.map((reading) => {
      if (!reading.ok) throw new Error(reading.member);
      return checkProof({ document, proof: reading.proof, key: key.publicKey, crypto: nodeCrypto, canonicalise });
    }),
  );
}

describe('checkProof, with proofs of another library', () => {
  it.each<[LibrarySuite, TestKey, JsonObject]>([
    ['eddsa-rdfc-2022', newKey('Ed25519'), credential()],
    ['eddsa-2022', newKey('Ed25519'), credential()],
    ['eddsa-jcs-2022', newKey('Ed25519'), credential()],
    ['ecdsa-rdfc-2019', newKey('ES256'), credential()],
    ['ecdsa-rdfc-2019', newKey('ES384'), credential()],
    ['ecdsa-jcs-2019', newKey('ES256'), credential()],
    ['ecdsa-jcs-2019', newKey('ES384'), credential()],
    ['Ed25519Signature2020', newKey('Ed25519'), VC1],
  ])('agrees with the library about %s', async (suite, key, document) => {
    const signed = await libraryIssue(document, suite, key);
    expect(await libraryVerifies(signed, suite, key)).toBe(true);
    expect(await outcomes(signed, key)).toEqual([{ outcome: 'valid' }]);
    const changed = { ...signed, name: 'Another name' };
    expect(await libraryVerifies(changed, suite, key)).toBe(false);
    expect(await outcomes(changed, key)).toEqual([{ outcome: 'invalid', reason: 'signature' }]);
    const other = { ...newKey(key.publicKey.algorithm) };
    expect(await outcomes(signed, other)).toEqual([{ outcome: 'invalid', reason: 'signature' }]);
  });
});

describe('the examples of VC-DI-ECDSA', () => {
  const example: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  };

  it.each([
    [
      'P-256',
      'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP',
      'z7pnwfec5k9N26YDUjjDxjJEijAdEoAbJY2n3CTx3CYvzzRxcV5UkmECmLmQcA8eYTsDQ6GHCFDSk7Yb1hd4uN5a',
    ],
    [
      'P-384',
      'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ',
      'zFYhRwKuucKxM7dnL69VpnwmU9UD2wc5HfFjXfxKH82pEybv18EfxaT8m53kyMfrDQneYnsLCZ35UE2KwZTkd4zN7vNHdVseyjW5apJJ9NkfpUiTGUayG2yaZvWu6Gd8EDYk',
    ],
  ])('are valid for ecdsa-jcs-2019 with a key on %s', async (_, multikey, proofValue) => {
    const reading = readMultikey(multikey);
    if (!reading.ok) throw new Error(reading.code);
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'ecdsa-jcs-2019',
      created: '2023-02-24T23:36:38Z',
      verificationMethod: `https://vc.example/issuers/5678#${multikey}`,
      proofPurpose: 'assertionMethod',
      proofValue,
    };
    const check = async (document: JsonObject) => {
      const [read] = readProofs(document) ?? [];
      if (!read?.ok) throw new Error('no proof');
      return checkProof({ document, proof: read.proof, key: reading.key, crypto: nodeCrypto, canonicalise });
    };
    expect(await check({ ...example, proof })).toEqual({ outcome: 'valid' });
    expect(await check({ ...example, name: 'Alumni', proof })).toEqual({ outcome: 'invalid', reason: 'signature' });
  });
});

describe('proofs that this package signs', () => {
  it('are valid for us and for the other library', async () => {
    const key = newKey('Ed25519');
    const signed = await signDataIntegrity({
      credential: credential(),
      verificationMethod: methodIdOf(key),
      created: '2026-01-02T03:04:05Z',
      signer: key.signer,
    });
    expect(await libraryVerifies(signed, 'eddsa-rdfc-2022', key)).toBe(true);
    expect(await outcomes(signed, key)).toEqual([{ outcome: 'valid' }]);
  });
});

describe('sets of proofs', () => {
  it('are checked one by one', async () => {
    const [first, second] = [newKey('Ed25519'), newKey('Ed25519')];
    const once = await libraryIssue(credential(), 'eddsa-rdfc-2022', first);
    const twice = await libraryIssue(once, 'eddsa-rdfc-2022', second);
    expect(await outcomes(twice, first)).toEqual([{ outcome: 'valid' }, { outcome: 'invalid', reason: 'signature' }]);
    expect(await outcomes(twice, second)).toEqual([{ outcome: 'invalid', reason: 'signature' }, { outcome: 'valid' }]);
  });

  it('are read in order, with the member that is wrong', () => {
    const proof = { type: 'SomeProof', verificationMethod: '#a', proofPurpose: 'assertionMethod' };
    const readings = readProofs({ proof: [proof, { ...proof, type: 'DataIntegrityProof' }, { ...proof, created: 1 }, 'x', { type: 'A' }] });
    expect(readings?.map((reading) => (reading.ok ? reading.proof.suite : reading.member))).toEqual([
      'SomeProof',
      'cryptosuite',
      'created',
      'proof',
      'verificationMethod',
    ]);
    expect(readProofs({})).toEqual([]);
    expect(readProofs({ proof: Array(21).fill(proof) })).toBeNull();
  });
});

describe('checkProof, where it cannot check', () => {
  const key = newKey('Ed25519');
  const proof = { type: 'DataIntegrityProof', verificationMethod: methodIdOf(key), proofPurpose: 'assertionMethod', proofValue: 'z1' };

  it.each(['bbs-2023', 'eddsa-rdf-2022', 'constructor'])('calls %s unsupported, not forged', async (cryptosuite) => {
    const document = credential({ proof: { ...proof, cryptosuite } });
    expect(await outcomes(document, key)).toEqual([{ outcome: 'unsupported', reason: 'suite' }]);
  });

  it('calls a chain of proofs, a foreign proof context and a weak host unsupported', async () => {
    const signed = await libraryIssue(credential(), 'eddsa-rdfc-2022', key);
    const own = signed.proof as JsonObject;
    const chained = { ...signed, proof: { ...own, previousProof: 'urn:uuid:1' } };
    expect(await outcomes(chained, key)).toEqual([{ outcome: 'unsupported', reason: 'previous-proof' }]);
    const foreign = { ...signed, proof: { ...own, '@context': ['https://w3id.org/security/data-integrity/v2'] } };
    expect(await outcomes(foreign, key)).toEqual([{ outcome: 'unsupported', reason: 'proof-context' }]);
    const same = { ...signed, proof: { ...own, '@context': signed['@context'] as never } };
    expect(await outcomes(same, key)).toEqual([{ outcome: 'valid' }]);
    const [reading] = readProofs(signed) ?? [];
    if (!reading?.ok) throw new Error('no proof');
    const crypto = { ...nodeCrypto, verify: () => null };
    const answer = await checkProof({ document: signed, proof: reading.proof, key: key.publicKey, crypto, canonicalise });
    expect(answer).toEqual({ outcome: 'unsupported', reason: 'host' });
  });

  it('names the word that would be lost, and the context that is not pinned', async () => {
    const signed = await libraryIssue(credential(), 'eddsa-rdfc-2022', key);
    expect(await outcomes({ ...signed, colour: 'red' }, key)).toEqual([{ outcome: 'data-loss', term: 'colour' }]);
    const url = 'https://example.org/context.json';
    const elsewhere = { ...signed, '@context': [...(signed['@context'] as string[]), url] };
    expect(await outcomes(elsewhere, key)).toEqual([{ outcome: 'unsupported-vocabulary', url }]);
  });
});
