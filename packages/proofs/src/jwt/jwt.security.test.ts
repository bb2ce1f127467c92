import { createHmac, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { joseTokens, newKey } from '../node-crypto.fixture.js';
import type { PublicKey } from '../ports.js';
import { checkJws } from './check-jws.js';
import { decodeJwt } from './decode-jwt.js';

// T7: tokens that choose their own key or algorithm.

const p256 = newKey('ES256');
const rsa = newKey('RS256');
const ed25519 = newKey('Ed25519');

function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

function token(header: unknown, payload: unknown, signature: Uint8Array | string): string {
  return `${encode(header)}.${encode(payload)}.${Buffer.from(signature).toString('base64url')}`;
}

async function check(text: string, key: PublicKey) {
  const reading = decodeJwt(text);
  return reading.ok ? checkJws({ jwt: reading.jwt, key, tokens: joseTokens }) : reading.code;
}

async function signed(header: Record<string, unknown>, payload: unknown = { a: 1 }, key = p256): Promise<string> {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${Buffer.from(await key.signer.sign(Buffer.from(input))).toString('base64url')}`;
}

describe('checkJws, under algorithm confusion', () => {
  it.each(['none', 'None', 'NONE', 'nOnE'])('does not take alg %s', async (alg) => {
    expect(await check(token({ alg }, {}, ''), p256.publicKey)).toEqual({ outcome: 'invalid', reason: 'unsigned' });
  });

  it('does not use a public key as a secret', async () => {
    const input = `${encode({ alg: 'HS256' })}.${encode({})}`;
    const spki = JSON.stringify(rsa.publicKey.jwk);
    const mac = createHmac('sha256', spki).update(input).digest('base64url');
    expect(await check(`${input}.${mac}`, rsa.publicKey)).toEqual({ outcome: 'invalid', reason: 'symmetric' });
  });

  it('lets the key decide the algorithm', async () => {
    for (const [alg, key] of [
      ['ES256', rsa],
      ['RS256', p256],
      ['EdDSA', p256],
      ['ES384', p256],
      ['ES256', ed25519],
    ] as const) {
      const text = await signed({ alg }, {}, key);
      expect(await check(text, key.publicKey), alg).toEqual({ outcome: 'invalid', reason: 'algorithm-mismatch' });
    }
  });

  it.each(['PS256', 'ES512', 'ES256K', 'constructor', '__proto__', ''])('calls %s unsupported, not forged', async (alg) => {
    expect(await check(await signed({ alg }), p256.publicKey)).toEqual({ outcome: 'unsupported', reason: 'algorithm' });
  });
});

describe('checkJws, with hostile headers', () => {
  it('does not trust the key in the header', async () => {
    const forger = newKey('ES256');
    const text = await signed({ alg: 'ES256', jwk: forger.publicKey.jwk }, { iss: 'did:web:acme.example' }, forger);
    expect(await check(text, p256.publicKey)).toEqual({ outcome: 'invalid', reason: 'signature' });
  });

  it('reports a private key in the header', async () => {
    const reading = decodeJwt(await signed({ alg: 'ES256', jwk: { ...p256.publicKey.jwk, d: 'AAAA' } }));
    expect(reading.ok && reading.jwt.headerKey).toEqual({ ok: false, code: 'private-key' });
  });

  it.each([
    { crit: ['b64'], b64: false },
    { crit: [] },
    { b64: false },
    { b64: true },
    { zip: 'DEF' },
    { enc: 'A256GCM' },
    { jku: 'https://evil.example/jwks.json' },
    { x5u: 'https://evil.example/certificate.pem' },
  ])('does not ignore %j', async (extra) => {
    const text = await signed({ alg: 'ES256', ...extra });
    expect(await check(text, p256.publicKey)).toEqual({ outcome: 'unsupported', reason: 'critical-header' });
  });
});

describe('decodeJwt, with malformed tokens', () => {
  it('reads each signed text in one spelling only', async () => {
    const text = await signed({ alg: 'ES256' }, { a: 'x' });
    expect(await check(text, p256.publicKey)).toEqual({ outcome: 'valid' });
    const last = text.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const loose = text.slice(0, -1) + alphabet[alphabet.indexOf(last) ^ 1];
    for (const twin of [`${text}=`, `${text}==`, ` ${text}`, `${text}\n`, `${text}.`, `${text}.x`, text.replaceAll('.', '..'), loose]) {
      const answer = await check(twin, p256.publicKey);
      expect(typeof answer === 'string' || answer.outcome !== 'valid', twin).toBe(true);
    }
  });

  it('never accepts a changed token', async () => {
    const text = await signed({ alg: 'ES256' }, { a: 'x' });
    for (let i = 0; i < text.length; i++) {
      for (const character of ['A', 'b', '_', '.', '=']) {
        if (text[i] === character) continue;
        const answer = await check(text.slice(0, i) + character + text.slice(i + 1), p256.publicKey);
        expect(typeof answer === 'string' || answer.outcome !== 'valid', `${i}${character}`).toBe(true);
      }
    }
  });

  it('does not take a DER signature, nor one of another length', async () => {
    const input = `${encode({ alg: 'ES256' })}.${encode({})}`;
    const der = sign('sha256', Buffer.from(input), p256.privateKey);
    const raw = Buffer.from(await p256.signer.sign(Buffer.from(input)));
    for (const signature of [der, raw.subarray(1), Buffer.concat([raw, Buffer.of(0)]), Buffer.alloc(64), Buffer.alloc(0)]) {
      expect(await check(`${input}.${signature.toString('base64url')}`, p256.publicKey)).toEqual({
        outcome: 'invalid',
        reason: 'signature',
      });
    }
  });

  it.each([
    ['', 'not-a-jwt'],
    ['a.b', 'not-a-jwt'],
    ['..', 'not-a-jwt'],
    ['a.b.c.d.e', 'not-a-jwt'],
    [`${encode('[]')}.${encode({})}.`, 'malformed-header'],
    [`${encode({})}.${encode({})}.`, 'malformed-header'],
    [`${encode({ alg: 'ES256', kid: 1 })}.${encode({})}.`, 'malformed-header'],
    [`${encode({ alg: 'ES256' })}.${encode('"text"')}.`, 'malformed-payload'],
    [`${encode({ alg: 'ES256' })}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.`, 'malformed-payload'],
    [`${encode({ alg: 'ES256' })}.${encode({})}.!`, 'malformed-signature'],
    [`${'a'.repeat(20_000)}.e30.`, 'limit-exceeded'],
    ['a'.repeat(4_000_001), 'limit-exceeded'],
  ])('refuses malformed token %#', (text, code) => {
    expect(decodeJwt(text)).toEqual({ ok: false, code });
  });
});
