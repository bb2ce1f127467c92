import { decodeBase58, encodeBase58 } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { newKey } from '../node-crypto.fixture.js';
import { readJwk } from './jwk.js';
import { readMultikey, toMultikey } from './multikey.js';

const ed25519 = newKey('Ed25519').publicKey;
const p256 = newKey('ES256');

function multikey(...bytes: number[]): string {
  return `z${encodeBase58(Uint8Array.from(bytes))}`;
}

describe('reading a public key', () => {
  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('refuses a JWK with the private member %s', (member) => {
    expect(readJwk({ ...p256.publicKey.jwk, [member]: 'AQAB' })).toEqual({ ok: false, code: 'private-key' });
    expect(readJwk({ ...p256.publicKey.jwk, [member]: null })).toEqual({ ok: false, code: 'private-key' });
  });

  it('refuses a symmetric key', () => {
    expect(readJwk({ kty: 'oct', k: 'AAAA' })).toEqual({ ok: false, code: 'private-key' });
  });

  it('refuses RSA below 2048 bits, above 8192, and exponents that sign everything', () => {
    const { n = '' } = newKey('RS256').publicKey.jwk;
    const short = Buffer.from(n, 'base64url').subarray(0, 128).toString('base64url');
    const justShort = Buffer.from([0x7f, ...Buffer.from(n, 'base64url').subarray(1)]).toString('base64url');
    expect(readJwk({ kty: 'RSA', n: short, e: 'AQAB' })).toEqual({ ok: false, code: 'weak-key' });
    expect(readJwk({ kty: 'RSA', n: justShort, e: 'AQAB' })).toEqual({ ok: false, code: 'weak-key' });
    expect(readJwk({ kty: 'RSA', n: Buffer.alloc(1025, 0xff).toString('base64url'), e: 'AQAB' })).toEqual({
      ok: false,
      code: 'malformed-key',
    });
    expect(readJwk({ kty: 'RSA', n, e: 'AQ' })).toEqual({ ok: false, code: 'weak-key' });
    expect(readJwk({ kty: 'RSA', n, e: 'AAEAAQ' })).toEqual({ ok: false, code: 'malformed-key' });
  });

  it('refuses points that are not on the curve', () => {
    const { x = '', y = '' } = p256.publicKey.jwk;
    const other = newKey('ES256').publicKey.jwk.y ?? '';
    expect(readJwk({ kty: 'EC', crv: 'P-256', x, y: other })).toEqual({ ok: false, code: 'malformed-key' });
    expect(readJwk({ kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) })).toEqual({ ok: false, code: 'malformed-key' });
    expect(readJwk({ kty: 'EC', crv: 'P-384', x, y })).toEqual({ ok: false, code: 'malformed-key' });
  });

  it('refuses compressed points without a square root, and x beyond the field', () => {
    const refused = Array.from({ length: 20 }, (_, i) => readMultikey(multikey(0x80, 0x24, 2, ...Array(31).fill(0), i)));
    expect(refused.some((reading) => !reading.ok && reading.code === 'malformed-key')).toBe(true);
    expect(readMultikey(multikey(0x80, 0x24, 2, ...Array(32).fill(0xff)))).toEqual({ ok: false, code: 'malformed-key' });
    expect(readMultikey(multikey(0x80, 0x24, 4, ...Array(32).fill(1)))).toEqual({ ok: false, code: 'malformed-key' });
  });

  it('says which keys are only unsupported', () => {
    expect(readMultikey(multikey(0xe7, 0x01, ...Array(33).fill(2)))).toEqual({ ok: false, code: 'unsupported-key-type' });
    expect(readJwk({ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' })).toEqual({ ok: false, code: 'unsupported-key-type' });
    expect(readMultikey(multikey(0x80, 0x26, ...Array(32).fill(2)))).toEqual({ ok: false, code: 'private-key' });
  });

  it('takes a Multikey in one spelling only', () => {
    const text = toMultikey(ed25519);
    const body = decodeBase58(text.slice(1)) ?? new Uint8Array();
    for (const twin of [
      text.slice(1),
      ` ${text}`,
      `${text} `,
      `z1${text.slice(1)}`,
      `Z${text.slice(1)}`,
      `u${Buffer.from(body).toString('base64url')}`,
      `m${Buffer.from(body).toString('base64')}`,
      `f${Buffer.from(body).toString('hex')}`,
      multikey(...body, 0),
      multikey(...body.subarray(0, 33)),
      'z',
      'u',
      '',
    ]) {
      expect(readMultikey(twin).ok, twin).toBe(false);
    }
  });
});
