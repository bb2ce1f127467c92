import type { Algorithm, CryptoPort, PublicKey } from '@proofmark/proofs';
import { otherS, outOfRange } from './other-signatures.js';
import type { TestApi } from './test-api.js';

const { subtle } = globalThis.crypto;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const DIGESTS = [
  ['SHA-256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['SHA-384', '', '38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b'],
  [
    'SHA-512',
    'abc',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  ],
  ['MD5', 'message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
] as const;

/** RFC 8032 7.1, test 2. */
const RFC_8032 = {
  x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  message: fromHex('72'),
  signature: fromHex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
};

const MADE = [
  ['ES256', { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }],
  ['ES384', { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' }],
  ['RS256', { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }],
] as const;

interface Made {
  readonly key: PublicKey;
  readonly signature: Uint8Array;
}

async function signed(algorithm: Algorithm, parameters: (typeof MADE)[number][1], message: Uint8Array): Promise<Made> {
  const { privateKey, publicKey } = (await subtle.generateKey(parameters, true, ['sign', 'verify'])) as CryptoKeyPair;
  const { kty, crv, x, y, n, e } = await subtle.exportKey('jwk', publicKey);
  const jwk = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as Record<string, string>;
  return { key: { algorithm, jwk }, signature: new Uint8Array(await subtle.sign(parameters, privateKey, message as BufferSource)) };
}

/**
 * What every `CryptoPort` must do. An algorithm that the host does not have may answer null, and nothing else may.
 *
 * @param make gives the port under test
 * @param options.ed25519 false where the host is known to lack Ed25519; true by default
 */
export function cryptoContract({ describe, it, expect }: TestApi, make: () => CryptoPort, options: { ed25519?: boolean } = {}): void {
  const message = utf8('what was signed');
  const [yes, no] = options.ed25519 === false ? [null, null] : [true, false];
  const ed25519: PublicKey = { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: RFC_8032.x } };

  describe('crypto port', () => {
    it.each(DIGESTS)('digests with %s', async (algorithm, text, hex) => {
      expect(toHex(await make().digest(algorithm, utf8(text)))).toBe(hex);
    });

    it('checks Ed25519 as RFC 8032 has it', async () => {
      const crypto = make();
      expect(await crypto.verify(ed25519, RFC_8032.message, RFC_8032.signature)).toBe(yes);
      expect(await crypto.verify(ed25519, RFC_8032.message, RFC_8032.signature)).toBe(yes);
      expect(await crypto.verify(ed25519, utf8('s'), RFC_8032.signature)).toBe(no);
      expect(await crypto.verify(ed25519, RFC_8032.message, RFC_8032.signature.slice(1))).toBe(no);
      expect(await crypto.verify(ed25519, RFC_8032.message, otherS(RFC_8032.signature))).toBe(no);
    });

    it('takes a P-256 signature in one form only, with r and s in their range', async () => {
      const crypto = make();
      const { key, signature } = await signed(...MADE[0], message);
      for (const other of outOfRange(signature)) expect(await crypto.verify(key, message, other), toHex(other)).toBe(false);
      const integer = (bytes: Uint8Array): number[] => [2, bytes.length + 1, 0, ...bytes];
      const sequence = [...integer(signature.slice(0, 32)), ...integer(signature.slice(32))];
      expect(await crypto.verify(key, message, Uint8Array.of(0x30, sequence.length, ...sequence))).toBe(false);
    });

    it.each(MADE)('checks %s, raw r||s for ECDSA', async (algorithm, parameters) => {
      const crypto = make();
      const { key, signature } = await signed(algorithm, parameters, message);
      expect(await crypto.verify(key, message, signature)).toBe(true);
      expect(await crypto.verify(key, utf8('what was not'), signature)).toBe(false);
      const bent = Uint8Array.from(signature, (byte, at) => (at === 9 ? byte ^ 1 : byte));
      expect(await crypto.verify(key, message, bent)).toBe(false);
      expect(await crypto.verify(key, message, new Uint8Array())).toBe(false);
      expect(await crypto.verify(key, message, new Uint8Array(signature.length))).toBe(false);
    });

    it('ignores members of a JWK that are not the key', async () => {
      const { key, signature } = await signed(...MADE[0], message);
      const dressed = { ...key.jwk, alg: 'ES512', use: 'enc', kid: 'x', ext: 'false' };
      expect(await make().verify({ algorithm: 'ES256', jwk: dressed }, message, signature)).toBe(true);
    });

    it('answers false for keys that are malformed, weak, private or meant for another algorithm', async () => {
      const crypto = make();
      const { key, signature } = await signed(...MADE[0], message);
      const { jwk } = key;
      const bad: PublicKey[] = [
        { algorithm: 'ES384', jwk },
        { algorithm: 'Ed25519', jwk },
        { algorithm: 'ES256', jwk: { ...jwk, y: jwk.x! } },
        { algorithm: 'ES256', jwk: { ...jwk, x: `${jwk.x}A` } },
        { algorithm: 'ES256', jwk: { ...jwk, x: 'not base64 at all, but forty-three characters' } },
        { algorithm: 'ES256', jwk: { ...jwk, d: jwk.x! } },
        { algorithm: 'ES256', jwk: { kty: 'EC', crv: 'P-256' } },
        { algorithm: 'RS256', jwk: { kty: 'RSA', n: 'A'.repeat(171), e: 'AQAB' } },
        { algorithm: 'RS256', jwk: { kty: 'RSA', n: 'A'.repeat(5000), e: 'AQAB' } },
        { algorithm: 'RS256', jwk: { kty: 'oct', k: 'AAAA' } },
        { algorithm: 'none' as Algorithm, jwk: {} },
      ];
      for (const key of bad) expect(await crypto.verify(key, message, signature), JSON.stringify(key)).toBe(false);
    });
  });
}
