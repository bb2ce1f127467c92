import type { JsonObject } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../compiled/documents.fixture.js';
import { credential } from '../credential.fixture.js';
import { CREATED, libraryVerifies, methodIdOf } from '../library.fixture.js';
import { ed25519Key, newKey, nodeCrypto } from '../node-crypto.fixture.js';
import { checkSafe } from './check-safe.js';
import { type PreparedCredential, prepareCredential } from './prepare-credential.js';
import { signDataIntegrity } from './sign-data-integrity.js';
import { signJwt, signPreparedJwt } from './sign-jwt.js';
import { signPrepared } from './sign-prepared.js';

const key = ed25519Key(3);
const signing = { verificationMethod: methodIdOf(key), created: CREATED, signer: key.signer, crypto: nodeCrypto };

async function prepared(document: JsonObject, crypto: Parameters<typeof prepareCredential>[1] = nodeCrypto): Promise<PreparedCredential> {
  const preparation = await prepareCredential(document, crypto);
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.problems));
  return preparation.prepared;
}

/** Its last context is not compiled, so that the full processor canonicalises it. */
const notCompiled = (): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/security/multikey/v1'],
  type: ['VerifiableCredential'],
  name: 'Before',
  credentialSubject: { id: 'urn:s' },
});

describe('prepareCredential', () => {
  it('leads to the bytes that signDataIntegrity and signJwt make', async () => {
    const ready = await prepared(credential());
    const embedded = await signPrepared({ prepared: ready, ...signing });
    expect(embedded).toBe(JSON.stringify(await signDataIntegrity({ credential: credential(), ...signing })));
    expect(await libraryVerifies(JSON.parse(embedded), 'eddsa-rdfc-2022', key)).toBe(true);
    const token = { kid: signing.verificationMethod, signer: key.signer };
    expect(await signPreparedJwt({ prepared: ready, ...token })).toBe(await signJwt({ credential: credential(), ...token }));
  });

  it('leads to the same signature for every document that is safe, and names the problems of every other one', async () => {
    const counts = { signed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(documents(), fc.nat(3), async ({ proof: _, ...drawn }, chance) => {
        const document = chance === 0 ? { ...drawn, notDefined: 'x' } : drawn;
        const preparation = await prepareCredential(document, nodeCrypto);
        if (!preparation.ok) {
          counts.refused++;
          expect(preparation.problems).toEqual(await checkSafe(document, nodeCrypto));
          return;
        }
        const ours = await signPrepared({ prepared: preparation.prepared, ...signing }).catch(() => null);
        const whole = await signDataIntegrity({ credential: document, ...signing }).catch(() => null);
        if (ours === null || JSON.stringify(document['@context']) !== JSON.stringify(whole?.['@context'])) return;
        counts.signed++;
        expect(JSON.parse(ours)).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(counts.signed).toBeGreaterThan(20);
    expect(counts.refused).toBeGreaterThan(5);
  });

  it.each([
    ['compiled', credential],
    ['full', notCompiled],
  ])('signs the document as it was at the call, even if it changes while the %s path works', async (_, make) => {
    const document = make() as Record<string, unknown>;
    const pending = prepareCredential(document as JsonObject, nodeCrypto);
    document.name = 'After';
    const preparation = await pending;
    if (!preparation.ok) throw new Error('not prepared');
    document.name = 'Later';
    const signed = JSON.parse(await signPrepared({ prepared: preparation.prepared, ...signing }));
    expect(signed).toEqual(await signDataIntegrity({ credential: make(), ...signing }));
  });

  it('gives the same without a host that hashes texts', async () => {
    const slow = { digest: nodeCrypto.digest };
    expect(await prepared(credential(), slow)).toEqual(await prepared(credential()));
    expect(await signPrepared({ ...signing, prepared: await prepared(credential()), crypto: slow })).toBe(
      await signPrepared({ ...signing, prepared: await prepared(credential()) }),
    );
  });

  it('names what a signature would not cover', async () => {
    expect(await prepareCredential(credential({ grade: 'A' }), nodeCrypto)).toEqual({
      ok: false,
      problems: [{ code: 'data-loss', term: 'grade', pointer: '/grade' }],
    });
    expect(await prepareCredential(credential({ '@context': 'https://x.example/v1' }), nodeCrypto)).toEqual({
      ok: false,
      problems: [{ code: 'unsupported-vocabulary', term: 'https://x.example/v1', pointer: '/@context' }],
    });
  });

  it('refuses a text that has no UTF-8, which would be hashed as another text', async () => {
    expect(await prepareCredential(credential({ name: '\ud800' }), nodeCrypto)).toEqual({
      ok: false,
      problems: [{ code: 'malformed-document', term: null, pointer: null }],
    });
  });

  it('refuses a credential that has a proof', async () => {
    await expect(prepareCredential(credential({ proof: {} }), nodeCrypto)).rejects.toThrow(TypeError);
  });
});

describe('signing a prepared credential', () => {
  it('needs an Ed25519 key and a time in whole seconds', async () => {
    const ready = await prepared(credential());
    await expect(signPrepared({ ...signing, prepared: ready, signer: newKey('ES256').signer })).rejects.toMatchObject({
      code: 'wrong-algorithm',
    });
    await expect(signPrepared({ ...signing, prepared: ready, created: '2026-01-02T03:04:05.6Z' })).rejects.toThrow(TypeError);
  });

  it('needs contexts that define the terms of a proof', async () => {
    const older = await prepared({
      '@context': 'https://www.w3.org/2018/credentials/v1',
      type: 'VerifiableCredential',
      issuer: 'did:web:a.example',
    });
    await expect(signPrepared({ ...signing, prepared: older })).rejects.toMatchObject({ code: 'unsafe-document' });
  });

  it('makes no token of a credential that has no value for a claim, or a member of its name', async () => {
    const token = { kid: signing.verificationMethod, signer: key.signer };
    const halved = await prepared(credential({ validFrom: '2026-01-02T03:04:05.5Z' }));
    await expect(signPreparedJwt({ prepared: halved, ...token })).rejects.toMatchObject({ code: 'claim-missing' });
    const { claims: _, ...rest } = await prepared(credential());
    const occupied: PreparedCredential = { ...rest, claims: { ok: false, claim: 'iss', fault: 'occupied' } };
    await expect(signPreparedJwt({ prepared: occupied, ...token })).rejects.toThrow(TypeError);
  });
});
