import { createPublicKey, verify } from 'node:crypto';
import { decodeBase58, decodeBase64url, encodeBase58, type Json, type JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { readMethod } from '../did/did-document.js';
import { didKeyDocument } from '../did/did-key.js';
import { newKey } from '../node-crypto.fixture.js';
import { readJwk } from './jwk.js';
import { readMultikey, toMultikey } from './multikey.js';
import { inMultikeys } from './older-methods.js';

// T7 and T8: keys under which a constant signature fits, and keys for something else.

const ed25519 = newKey('Ed25519').publicKey;
const p256 = newKey('ES256');

function multikey(...bytes: number[]): string {
  return `z${encodeBase58(Uint8Array.from(bytes))}`;
}

const P = 2n ** 255n - 19n;
const ORDER_EIGHT = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

/** Every encoding of the eight points of small order: with either sign bit, canonical or with p added to y. */
function smallOrder(): readonly Buffer[] {
  const ys = [0n, 1n, P - 1n, P, P + 1n, ORDER_EIGHT, P - ORDER_EIGHT];
  return ys.flatMap((y) => [0n, 1n].map((sign) => Buffer.from((y | (sign << 255n)).toString(16).padStart(64, '0'), 'hex').reverse()));
}

/** The key of a method that has it in base58. */
function inBase58(publicKeyBase58: Json, type: Json) {
  const document = inMultikeys({ verificationMethod: [{ id: '#k', type, publicKeyBase58 }] }) as JsonObject;
  return readMethod((document.verificationMethod as JsonObject[])[0]!, 'did:web:a.example')?.key;
}

describe('an Ed25519 key of small order', () => {
  const CONSTANT = Buffer.concat([Buffer.of(1), Buffer.alloc(63)]);
  const object = (x: Buffer) => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') }, format: 'jwk' });

  it('of order eight has a y with d·y⁴ + 2·y² = 1, since its double has y = 0', () => {
    const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
    const rest = (d * ORDER_EIGHT ** 4n + 2n * ORDER_EIGHT ** 2n - 1n) % P;
    expect(rest).toBe(0n);
  });

  it('makes one constant signature fit texts that nobody signed', () => {
    const fitting = smallOrder().filter((x) =>
      Array.from({ length: 60 }, (_, i) => Buffer.from(`text ${i}`)).some((text) => verify(null, text, object(x), CONSTANT)),
    );
    expect(fitting.length).toBeGreaterThanOrEqual(8);
  });

  it.each(smallOrder().map((x) => [x.toString('hex'), x] as const))('is refused in every form: %s', (_, x) => {
    const weak = { ok: false, code: 'weak-key' };
    expect(readJwk({ kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') })).toEqual(weak);
    expect(readMultikey(multikey(0xed, 0x01, ...x))).toEqual(weak);
    expect(inBase58(encodeBase58(x), 'Ed25519VerificationKey2018')).toEqual(weak);
    expect(didKeyDocument(`did:key:${multikey(0xed, 0x01, ...x)}`)).toEqual(weak);
  });

  it('is refused in every spelling with a y that is not below p', () => {
    for (let y = P; y < 2n ** 255n; y++) {
      const x = Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse();
      expect(readJwk({ kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') }).ok, y.toString(16)).toBe(false);
    }
  });

  it('is none of the keys that are made', () => {
    for (let i = 0; i < 50; i++) expect(readJwk({ ...newKey('Ed25519').publicKey.jwk }).ok).toBe(true);
  });
});

describe('a key in base58 alone', () => {
  it('is never read as one of another curve than its type names', () => {
    const bytes = decodeBase64url(ed25519.jwk.x ?? '') ?? new Uint8Array();
    const text = encodeBase58(bytes);
    expect(inBase58(text, 'Ed25519VerificationKey2018')).toEqual({ ok: true, key: ed25519 });
    for (const type of ['X25519KeyAgreementKey2019', 'EcdsaSecp256k1VerificationKey2019', 'constructor', '']) {
      expect(inBase58(text, type), type).toEqual({ ok: false, code: 'unsupported-key-type' });
    }
    expect(inBase58(text, ['Ed25519VerificationKey2018', 'P256Key2021'])).toEqual({ ok: false, code: 'unsupported-key-type' });
    for (const [value, type] of [
      [text, 'EcdsaSecp256r1VerificationKey2019'],
      [1, 'Ed25519VerificationKey2018'],
      ['0OIl', 'Ed25519VerificationKey2018'],
      ['', 'Ed25519VerificationKey2018'],
    ] as const) {
      expect(inBase58(value, type), String(value)).toEqual({ ok: false, code: 'malformed-key' });
    }
  });
});

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
      code: 'unsupported-key-type',
    });
    const even = Buffer.concat([Buffer.from(n, 'base64url').subarray(0, 255), Buffer.of(0)]).toString('base64url');
    expect(readJwk({ kty: 'RSA', n: even, e: 'AQAB' })).toEqual({ ok: false, code: 'weak-key' });
    expect(readJwk({ kty: 'RSA', n, e: 'Ag' })).toEqual({ ok: false, code: 'weak-key' });
    expect(readJwk({ kty: 'RSA', n, e: 'AQ' })).toEqual({ ok: false, code: 'weak-key' });
    expect(readJwk({ kty: 'RSA', n, e: 'AAEAAQ' })).toEqual({ ok: false, code: 'malformed-key' });
  });

  it('refuses RSA exponents that make one check as dear as hundreds', () => {
    const { n = '' } = newKey('RS256').publicKey.jwk;
    for (const size of [5, 8, 256]) {
      const e = Buffer.alloc(size, 0xff).toString('base64url');
      expect(readJwk({ kty: 'RSA', n, e }), String(size)).toEqual({ ok: false, code: 'unsupported-key-type' });
    }
    expect(readJwk({ kty: 'RSA', n, e: Buffer.alloc(4, 0xff).toString('base64url') }).ok).toBe(true);
  });

  it.each([
    { use: 'enc' },
    { use: 'SIG' },
    { use: '' },
    { use: null },
    { use: ['sig'] },
    { key_ops: [] },
    { key_ops: ['sign'] },
    { key_ops: ['deriveKey', 'encrypt'] },
    { key_ops: 'verify' },
    { key_ops: null },
    { use: 'sig', key_ops: ['wrapKey'] },
    { use: 'enc', key_ops: ['verify'] },
    { use: 'enc', alg: 'ES256' },
  ])('refuses a JWK that says that it serves something else: %j', (more) => {
    expect(readJwk({ ...p256.publicKey.jwk, ...more } as JsonObject)).toEqual({ ok: false, code: 'other-use' });
  });

  it.each(['ES384', 'ECDH-ES', 'none', '__proto__', '', null, ['ES256']])(
    'does not use a key for another algorithm than it names: %j',
    (alg) => {
      expect(readJwk({ ...p256.publicKey.jwk, alg } as JsonObject)).toEqual({ ok: false, code: 'unsupported-key-type' });
    },
  );

  it('does not use an RSA key of another padding or hash, or one for encryption', () => {
    const { jwk } = newKey('RS256').publicKey;
    for (const alg of ['PS256', 'RS512', 'RSA-OAEP']) expect(readJwk({ ...jwk, alg })).toEqual({ ok: false, code: 'unsupported-key-type' });
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
