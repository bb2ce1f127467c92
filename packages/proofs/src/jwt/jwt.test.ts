import { compactVerify, importJWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { joseTokens, newKey, type TestKey } from '../node-crypto.fixture.js';
import type { Algorithm } from '../ports.js';
import { signJwt } from '../signing/sign-jwt.js';
import { checkJws } from './check-jws.js';
import { type DecodedJwt, decodeJwt } from './decode-jwt.js';

const JOSE: Record<Algorithm, string> = { Ed25519: 'EdDSA', ES256: 'ES256', ES384: 'ES384', RS256: 'RS256' };
const ALGORITHMS = Object.keys(JOSE) as Algorithm[];

function decoded(text: string): DecodedJwt {
  const reading = decodeJwt(text);
  if (!reading.ok) throw new Error(reading.code);
  return reading.jwt;
}

async function byJose(key: TestKey, algorithm: Algorithm): Promise<string> {
  return new SignJWT({ a: 'ä' }).setProtectedHeader({ alg: JOSE[algorithm], kid: 'k', typ: 'vc+jwt' }).sign(key.privateKey);
}

describe.each(ALGORITHMS)('checkJws with %s', (algorithm) => {
  const key = newKey(algorithm);

  it('checks what jose signs', async () => {
    const jwt = decoded(await byJose(key, algorithm));
    expect(jwt).toMatchObject({ alg: JOSE[algorithm], kid: 'k', typ: 'vc+jwt', headerKey: null, payload: { a: 'ä' } });
    expect(await checkJws({ jwt, key: key.publicKey, tokens: joseTokens })).toEqual({ outcome: 'valid' });
  });

  it('signs what jose checks', async () => {
    const text = await signJwt({ credential: credential(), kid: 'did:web:badges.example:issuers:acme#k', signer: key.signer });
    const { payload, protectedHeader } = await compactVerify(text, await importJWK({ ...key.publicKey.jwk }, JOSE[algorithm]));
    expect(protectedHeader).toEqual({ alg: JOSE[algorithm], kid: 'did:web:badges.example:issuers:acme#k', typ: 'JWT' });
    expect(JSON.parse(new TextDecoder().decode(payload)).name).toBe('Web API design — Grundlagen');
  });

  it('refuses another key of the same kind', async () => {
    const jwt = decoded(await byJose(key, algorithm));
    const answer = await checkJws({ jwt, key: newKey(algorithm).publicKey, tokens: joseTokens });
    expect(answer).toEqual({ outcome: 'invalid', reason: 'signature' });
  });
});

describe('decodeJwt', () => {
  it('keeps the key of the header apart from the claims', async () => {
    const { privateKey, publicKey } = newKey('ES256');
    const text = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', jwk: { ...publicKey.jwk, kty: 'EC' } }).sign(privateKey);
    expect(decoded(text).headerKey).toEqual({ ok: true, key: publicKey });
  });

  it('says when a host cannot check the algorithm', async () => {
    const key = newKey('Ed25519');
    const jwt = decoded(await byJose(key, 'Ed25519'));
    const answer = await checkJws({ jwt, key: key.publicKey, tokens: { verifyCompact: async () => null } });
    expect(answer).toEqual({ outcome: 'unsupported', reason: 'host' });
  });
});
