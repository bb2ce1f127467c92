import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { CREATED, methodIdOf } from '../library.fixture.js';
import { ed25519Key, newKey, nodeCrypto } from '../node-crypto.fixture.js';
import { attachJwt, detachJwt } from './detached-jwt.js';
import { prepareCredential } from './prepare-credential.js';
import { signPreparedJwt } from './sign-jwt.js';
import { signPrepared } from './sign-prepared.js';

const key = ed25519Key(3);
const tokenKey = newKey('ES256');

async function bothForms(document: ReturnType<typeof credential>) {
  const preparation = await prepareCredential(document, nodeCrypto);
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.problems));
  const { prepared } = preparation;
  const verificationMethod = methodIdOf(key);
  const json = await signPrepared({ prepared, verificationMethod, created: CREATED, signer: key.signer, crypto: nodeCrypto });
  return { json, jwt: await signPreparedJwt({ prepared, kid: 'did:web:acme.example#token', signer: tokenKey.signer }) };
}

describe('a token whose payload is left out', () => {
  it('is put together again to the same bytes from the signed badge', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
        fc.option(fc.date({ min: new Date('2027-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })),
        async (name, until) => {
          const document = { ...credential(), name, description: `${name},"proof":{"a":"\\"` };
          const ends = until === null ? {} : { validUntil: `${until.toISOString().slice(0, 19)}Z` };
          const { json, jwt } = await bothForms({ ...document, ...ends });
          expect(attachJwt(detachJwt(jwt), json)).toBe(jwt);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('keeps the header and the signature alone', async () => {
    const { jwt } = await bothForms(credential());
    const [header, payload, signature] = jwt.split('.');
    expect(detachJwt(jwt)).toBe(`${header}..${signature}`);
    expect(payload).not.toBe('');
  });

  it('is not made of a text that is no signed credential', () => {
    for (const text of ['{}', '{"name":"x","proof":{}}']) expect(() => attachJwt('a..b', text)).toThrow(TypeError);
  });
});
