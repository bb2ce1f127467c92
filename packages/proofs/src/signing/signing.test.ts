import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { CREATED, ISSUER, methodIdOf } from '../library.fixture.js';
import { ed25519Key, newKey } from '../node-crypto.fixture.js';
import { checkSafe } from './check-safe.js';
import { signDataIntegrity } from './sign-data-integrity.js';
import { signJwt } from './sign-jwt.js';
import type { SigningError } from './signing-error.js';

const key = ed25519Key(1);
const signing = { credential: credential(), verificationMethod: methodIdOf(key), created: CREATED, signer: key.signer };

describe('signDataIntegrity', () => {
  it('gives the same bytes for the same input, and leaves the input alone', async () => {
    const before = JSON.stringify(signing.credential);
    const first = await signDataIntegrity(signing);
    const second = await signDataIntegrity({ ...signing, credential: credential() });
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(JSON.stringify(signing.credential)).toBe(before);
  });

  it('writes the proof of the format, at the end', async () => {
    const signed = await signDataIntegrity(signing);
    expect(Object.keys(signed).at(-1)).toBe('proof');
    expect(signed.proof).toEqual({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: CREATED,
      verificationMethod: `${ISSUER}#${methodIdOf(key).split('#')[1]}`,
      proofPurpose: 'assertionMethod',
      proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
    });
    const { proof: _, ...rest } = signed;
    expect(rest).toEqual(credential());
  });

  it('refuses a credential that would not be signed whole, and a key that does not fit', async () => {
    const code = async (change: object) => signDataIntegrity({ ...signing, ...change }).catch((error: SigningError) => error.code);
    expect(await code({ credential: credential({ colour: 'red' }) })).toBe('unsafe-document');
    expect(await code({ credential: credential({ '@context': ['https://www.w3.org/ns/credentials/v2', 'https://x.example/c'] }) })).toBe(
      'unsafe-document',
    );
    expect(await code({ signer: newKey('ES256').signer })).toBe('wrong-algorithm');
    await expect(signDataIntegrity({ ...signing, created: '2026-01-02T03:04:05.678Z' })).rejects.toThrow(TypeError);
  });

  it('keeps the credential out of its messages', async () => {
    const unsafe = credential({ colour: 'vermilion', name: 'Secret name' });
    const error = await signDataIntegrity({ ...signing, credential: unsafe }).catch((e: Error) => e);
    expect((error as Error).message).not.toMatch(/Secret|vermilion|colour/);
  });
});

describe('signJwt', () => {
  it('has the credential and its claims as payload, and nothing else', async () => {
    const text = await signJwt({ credential: credential(), kid: `${ISSUER}#k`, signer: newKey('ES256').signer });
    expect(decodeJwt(text)).toEqual({
      ...credential(),
      iss: ISSUER,
      jti: 'https://badges.example/credentials/0198c1a0-0000-7000-8000-000000000001',
      nbf: Date.UTC(2026, 0, 2, 3, 4, 5) / 1000,
      sub: 'urn:uuid:0198c1a0-0000-7000-8000-000000000002',
      exp: Date.UTC(2028, 0, 2, 3, 4, 5) / 1000,
    });
    expect(JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      alg: 'ES256',
      kid: `${ISSUER}#k`,
      typ: 'JWT',
    });
  });

  it('has no exp without validUntil', async () => {
    const { validUntil: _, ...open } = credential();
    expect(decodeJwt(await signJwt({ credential: open, kid: 'k', signer: key.signer }))).not.toHaveProperty('exp');
  });

  it.each([
    { id: undefined },
    { issuer: { name: 'x' } },
    { validFrom: '2026-01-02T03:04:05.5Z' },
    { validFrom: 'soon' },
    { credentialSubject: {} },
  ])('refuses %j', async (change) => {
    const signed = signJwt({ credential: credential(change as never), kid: 'k', signer: key.signer });
    await expect(signed).rejects.toMatchObject({ code: 'claim-missing' });
  });

  it('does not overwrite a member of the credential', async () => {
    await expect(signJwt({ credential: credential({ jti: 'urn:x' }), kid: 'k', signer: key.signer })).rejects.toThrow(TypeError);
  });
});

describe('checkSafe', () => {
  it('finds nothing in a badge of ours', async () => {
    expect(await checkSafe(credential())).toEqual([]);
  });

  it('names every term that would be lost, with its pointer', async () => {
    const document = credential({ colour: 'red', evidence: [{ id: 'urn:e', type: ['Evidence', 'Essay'], 'a/b~c': 1 }] });
    const problems = await checkSafe(document);
    expect([...problems].sort((a, b) => String(a.term).localeCompare(String(b.term)))).toEqual([
      { code: 'data-loss', term: 'a/b~c', pointer: '/evidence/0/a~1b~0c' },
      { code: 'data-loss', term: 'colour', pointer: '/colour' },
      { code: 'data-loss', term: 'Essay', pointer: '/evidence/0/type/1' },
    ]);
  });

  it('gives no pointer rather than a wrong one', async () => {
    const [problem] = await checkSafe(credential({ colour: 'red', name: 'colour' }));
    expect(problem).toEqual({ code: 'data-loss', term: 'colour', pointer: null });
  });
});
