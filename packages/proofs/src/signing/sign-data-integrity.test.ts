import type { JsonObject } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../compiled/documents.fixture.js';
import { credential } from '../credential.fixture.js';
import { CREATED, libraryIssue, libraryVerifies, methodIdOf } from '../library.fixture.js';
import { ed25519Key, nodeCrypto } from '../node-crypto.fixture.js';
import { signDataIntegrity } from './sign-data-integrity.js';

const key = ed25519Key(3);
const sign = (document: JsonObject) =>
  signDataIntegrity({
    credential: document,
    verificationMethod: methodIdOf(key),
    created: CREATED,
    signer: key.signer,
    crypto: nodeCrypto,
  });

/** What @digitalbazaar/vc demands of a credential before it signs. */
const demanded = {
  validFrom: '2026-01-02T03:04:05Z',
  issuer: 'did:web:acme.example',
  credentialSubject: { id: 'urn:s', type: 'AchievementSubject' },
};
const V2 = 'https://www.w3.org/ns/credentials/v2';

describe('signDataIntegrity with eddsa-rdfc-2022', () => {
  it('makes the proof of the library', async () => {
    const ours = await sign(credential());
    expect(ours).toEqual(await libraryIssue(credential(), 'eddsa-rdfc-2022', key));
    expect(await libraryVerifies(ours, 'eddsa-rdfc-2022', key)).toBe(true);
  });

  it('makes the proof of the library for any badge', async () => {
    const names = fc.string({ unit: 'grapheme' });
    const ids = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
    await fc.assert(
      fc.asyncProperty(names, names, ids, fc.array(names, { maxLength: 4 }), async (name, narrative, id, tag) => {
        const achievement = { id, type: ['Achievement'], name, description: 'D', criteria: { narrative }, tag };
        const badge = credential({ name, credentialSubject: { type: ['AchievementSubject'], achievement } });
        expect((await sign(badge)).proof).toEqual((await libraryIssue(badge, 'eddsa-rdfc-2022', key)).proof);
      }),
      { numRuns: 40 },
    );
  });

  it('makes the proof of the library for any document that the library takes, on both paths of canonicalisation', async () => {
    let same = 0;
    await fc.assert(
      fc.asyncProperty(documents(), async (drawn) => {
        const { proof: _, evidence: __, credentialStatus: ___, ...rest } = drawn;
        const document = { ...rest, ...demanded, id: 'urn:x', type: ['VerifiableCredential'] } as JsonObject;
        const theirs = await libraryIssue(document, 'eddsa-rdfc-2022', key).catch(() => null);
        if (theirs === null) return;
        same++;
        expect((await sign(document)).proof).toEqual(theirs.proof);
      }),
      { numRuns: 80 },
    );
    expect(same).toBeGreaterThan(20);
  });

  it('adds a proof beside an existing one', async () => {
    const once = await libraryIssue(credential(), 'eddsa-rdfc-2022', ed25519Key(4));
    const twice = await sign(once);
    expect(twice).toEqual(await libraryIssue(once, 'eddsa-rdfc-2022', key));
  });

  it('makes the same proof with the hash of primitives', async () => {
    const signing = { credential: credential(), verificationMethod: methodIdOf(key), created: CREATED, signer: key.signer };
    expect(await signDataIntegrity(signing)).toEqual(await sign(credential()));
  });

  it('uses the full path where contexts are not compiled', async () => {
    const older = {
      '@context': [V2, 'https://w3id.org/security/multikey/v1'],
      type: ['VerifiableCredential'],
      ...demanded,
      credentialSubject: { id: 'urn:s' },
    };
    expect((await sign(older)).proof).toEqual((await libraryIssue(older, 'eddsa-rdfc-2022', key)).proof);
  });
});
