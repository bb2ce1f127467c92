import type { JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { newKey, nodeCrypto } from '../node-crypto.fixture.js';
import { deriveSd } from './derive-sd.js';
import { derived, issuerKey, libraryDerived, librarySigned, libraryTakes, MANDATORY, outcomeOf, signed, signing } from './sd.fixture.js';
import { signSd } from './sign-sd.js';

const VALID = { outcome: 'valid', selective: true };
const ACHIEVEMENT = '/credentialSubject/achievement';

/** The fixture without its ordered list, which the library cannot sign in parts. */
function plainCredential(): JsonObject {
  const text = JSON.stringify(credential()).replace('"allowedValue":["C","B","A"]', '"valueMax":"A"');
  return JSON.parse(text);
}

describe('proofs of another library', () => {
  it('are valid for us, whatever the holder shows', async () => {
    const base = await librarySigned(plainCredential());
    for (const pointers of [[], ['/name'], [`${ACHIEVEMENT}/criteria`, '/evidence'], ['/credentialSubject']]) {
      const shown = await libraryDerived(base, pointers);
      expect(await libraryTakes(shown)).toBe(true);
      expect(await outcomeOf(shown)).toEqual(VALID);
      expect(await outcomeOf({ ...shown, validUntil: '2099-01-01T00:00:00Z' })).toEqual({ outcome: 'invalid', reason: 'signature' });
    }
  });

  it('can be derived from by us', async () => {
    const base = await librarySigned(plainCredential());
    const shown = await derived(base, ['/evidence/1/name', `${ACHIEVEMENT}/alignment/0`]);
    expect(await libraryTakes(shown)).toBe(true);
    expect(await outcomeOf(shown)).toEqual(VALID);
    expect((shown.evidence as JsonObject[]).map(({ name, narrative }) => [name, narrative])).toEqual([['Report', undefined]]);
  });
});

describe('proofs that we made', () => {
  it('are valid for the other library, and can be derived from by it', async () => {
    const base = await signed(plainCredential());
    for (const pointers of [['/name'], ['/credentialSubject/identifier', '/evidence']]) {
      expect(await libraryTakes(await libraryDerived(base, pointers))).toBe(true);
      expect(await libraryTakes(await derived(base, pointers))).toBe(true);
    }
  });

  it('are valid with any selection, which shows what it names and what is mandatory, and nothing else', { timeout: 60_000 }, async () => {
    const document = plainCredential();
    const base = await signed(document);
    const pointer = fc.constantFrom(...pointersInto(document));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(pointer, { maxLength: 6 }), async (pointers) => {
        const shown = await derived(base, pointers);
        expect(await outcomeOf(shown)).toEqual(VALID);
        expect(await libraryTakes(shown)).toBe(true);
        for (const member of ['issuer', 'validFrom', 'validUntil', 'credentialStatus']) expect(shown[member]).toEqual(document[member]);
        const wanted = [...pointers, ...MANDATORY];
        for (const leaf of pointersInto({ ...shown, proof: undefined }).filter((at) => !/^\/@context|\/(?:id|type)(?:\/|$)/.test(at))) {
          const path = leaf.replaceAll(/\/\d+/g, '');
          expect(
            wanted.some((asked) => related(asked.replaceAll(/\/\d+/g, ''), path)),
            leaf,
          ).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('hold for ordered lists, equal nodes and texts that look like labels', async () => {
    const alignment = { type: ['Alignment'], targetName: 'Same', targetUrl: 'https://skills.example/same' };
    const awkward = credential({ name: '_:c14n0 smiles _:) <urn:bnid:0> "\\' });
    (awkward.credentialSubject as { result?: unknown }).result = [1, 2].map(() => ({
      type: ['Result'],
      value: 'A',
      alignment: [alignment, alignment],
    }));
    const base = await signed(awkward);
    const list = `${ACHIEVEMENT}/resultDescription/0/allowedValue`;
    for (const pointers of [['/name'], [list], ['/credentialSubject/result/1/alignment/0'], ['/credentialSubject/result'], ['']]) {
      expect(await outcomeOf(await derived(base, pointers))).toEqual(VALID);
    }
    const part = await deriveSd({ credential: base, selectivePointers: [`${list}/1`], crypto: nodeCrypto });
    expect(part).toEqual({ ok: false, code: 'unknown-pointer', pointer: null });
  });

  it('hold where an object is no node', async () => {
    const contexts = [...(credential()['@context'] as string[]), { form: { '@id': 'urn:form', '@type': '@json' } }];
    const base = await signed(credential({ '@context': contexts, form: { a: [{ b: 1 }, { c: {} }] } }));
    const shown = await derived(base, ['/form']);
    expect(shown.form).toEqual({ a: [{ b: 1 }, { c: {} }] });
    expect(await outcomeOf(shown)).toEqual(VALID);
    expect(await libraryTakes(shown)).toBe(true);
  });

  it('give a credential of VC 1.1 the context of the proof', async () => {
    const older = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential'],
      issuer: 'did:web:badges.example:issuers:acme',
      issuanceDate: '2025-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:ada' },
    };
    const shown = await derived(await signed(older, ['/issuer']), ['/credentialSubject']);
    expect(shown['@context']).toEqual([...older['@context'], 'https://w3id.org/security/data-integrity/v2']);
    expect(await outcomeOf(shown)).toEqual(VALID);
  });

  it('stand beside other proofs, which a part leaves out', async () => {
    const other = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod: 'did:example:a#b',
      proofPurpose: 'assertionMethod',
    };
    const base = await signed({ ...credential(), proof: other });
    expect(base.proof).toMatchObject([other, { cryptosuite: 'ecdsa-sd-2023' }]);
    expect(await outcomeOf(await derived(base, []))).toEqual(VALID);
  });
});

describe('a base proof', () => {
  it('is not for verifiers, and not forged', async () => {
    expect(await outcomeOf(await signed(credential()))).toEqual({ outcome: 'unsupported', reason: 'base-proof' });
  });
});

describe('what cannot be signed or derived', () => {
  it('says why', async () => {
    const sign = (document: JsonObject, pointers?: string[]) => signSd(signing(document, pointers));
    expect(await sign(credential({ colour: 'red' }))).toEqual({ ok: false, code: 'unsafe-document', reason: 'data-loss' });
    for (const pointer of [
      '/nothing',
      'name',
      '/name/x',
      '/type/01',
      '/type/-',
      '/type/9',
      '/~2',
      '/constructor',
      '/__proto__',
      '/type/length',
    ]) {
      expect(await sign(credential(), [pointer]), pointer).toEqual({ ok: false, code: 'unknown-pointer', pointer });
    }
    const shared = {
      '@context': [
        ...(credential()['@context'] as string[]),
        { p: { '@id': 'urn:p', '@type': '@id' }, q: { '@id': 'urn:q', '@type': '@id' } },
      ],
    };
    expect(await sign(credential({ ...shared, p: '_:a', q: '_:a' }))).toEqual({ ok: false, code: 'indistinct-nodes' });
  });

  it('says why no proof can be derived', async () => {
    const base = await signed(credential());
    const derive = (document: JsonObject) => deriveSd({ credential: document, selectivePointers: [], crypto: nodeCrypto });
    const proof = base.proof as JsonObject;
    expect(await derive(credential())).toEqual({ ok: false, code: 'no-base-proof' });
    expect(await derive({ ...base, proof: [proof, proof] })).toEqual({ ok: false, code: 'several-base-proofs' });
    expect(await derive(await derived(base, []))).toEqual({ ok: false, code: 'malformed-base-proof' });
    expect(await derive({ ...base, name: undefined })).toEqual({ ok: false, code: 'other-document' });
    expect(await derive(await signed(credential(), []))).toEqual({ ok: false, code: 'nothing-selected' });
  });

  it('takes P-256 keys only, and a time in whole seconds', async () => {
    const ed25519 = newKey('Ed25519');
    const given = signing(credential());
    await expect(signSd({ ...given, signer: ed25519.signer })).rejects.toMatchObject({ code: 'wrong-algorithm' });
    await expect(signSd({ ...given, ephemeral: ed25519 })).rejects.toMatchObject({ code: 'wrong-algorithm' });
    await expect(signSd({ ...given, created: '2026-01-01T00:00:00.5Z' })).rejects.toThrow(TypeError);
    await expect(signSd({ ...given, hmacKey: new Uint8Array(16) })).rejects.toThrow(TypeError);
    expect(issuerKey.publicKey.algorithm).toBe('ES256');
  });
});

/** Every pointer to something inside a document, its contexts left out. */
function pointersInto(document: JsonObject): string[] {
  const walk = (value: unknown, at: string): string[] =>
    typeof value !== 'object' || value === null
      ? [at]
      : [
          ...(at === '' ? [] : [at]),
          ...Object.entries(value).flatMap(([key, member]) =>
            key === '@context' || member === undefined ? [] : walk(member, `${at}/${key}`),
          ),
        ];
  return walk(document, '');
}

function related(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
