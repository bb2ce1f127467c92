import type { Algorithm, PublicKey, TokenPort } from '@proofmark/proofs';
import { otherS } from './other-signatures.js';
import type { TestApi } from './test-api.js';

const { subtle } = globalThis.crypto;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const MADE = [
  ['ES256', 'ES256', { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }],
  ['ES384', 'ES384', { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' }],
  ['RS256', 'RS256', { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }],
] as const;

/** RFC 8037 appendix A.4: a token that is signed with Ed25519. */
const RFC_8037 =
  'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
const ED25519: PublicKey = {
  algorithm: 'Ed25519',
  jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
};
const ED25519_PEM = '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n';

interface Made {
  readonly key: PublicKey;
  readonly token: string;
  readonly pem: string;
}

async function made(algorithm: Algorithm, alg: string, parameters: (typeof MADE)[number][2], more: object = {}): Promise<Made> {
  const { privateKey, publicKey } = (await subtle.generateKey(parameters, true, ['sign', 'verify'])) as CryptoKeyPair;
  const { kty, crv, x, y, n, e } = await subtle.exportKey('jwk', publicKey);
  const jwk = JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as Record<string, string>;
  const input = `${base64url(utf8(JSON.stringify({ alg, ...more })))}.${base64url(utf8('{"a":1}'))}`;
  const signature = new Uint8Array(await subtle.sign(parameters, privateKey, utf8(input) as BufferSource));
  const der = new Uint8Array(await subtle.exportKey('spki', publicKey));
  const body = btoa(String.fromCharCode(...der)).replaceAll(/.{64}/g, '$&\n');
  return {
    key: { algorithm, jwk },
    token: `${input}.${base64url(signature)}`,
    pem: `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`,
  };
}

/** The same token with S + L for S: the same number modulo the order, and refused by RFC 8032 section 5.1.7. */
function withOtherS(token: string): string {
  const [header, payload, signature = ''] = token.split('.');
  return `${header}.${payload}.${base64url(otherS(Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))))}`;
}

/** The same key in the older form, which is what stands behind the 24 bytes that say "RSA" in the newer one. */
function pkcs1(pem: string): string {
  const newer = atob(pem.replace(/-----[^-]+-----|\s/g, ''));
  return `-----BEGIN RSA PUBLIC KEY-----\n${btoa(newer.slice(24)).replaceAll(/.{64}/g, '$&\n')}\n-----END RSA PUBLIC KEY-----\n`;
}

/** What every `TokenPort` must do. A host that lacks an algorithm may answer null for it, and for nothing else. */
export function tokensContract({ describe, it, expect }: TestApi, make: () => TokenPort): void {
  describe('token port', () => {
    it('takes the Ed25519 token of RFC 8037, under both names of its algorithm', async () => {
      const tokens = make();
      expect(await tokens.verifyCompact(RFC_8037, 'EdDSA', ED25519)).toBe(true);
      expect(await tokens.verifyCompact(RFC_8037.replace('RXhh', 'RXhb'), 'EdDSA', ED25519)).toBe(false);
      expect(await tokens.verifyCompact(withOtherS(RFC_8037), 'EdDSA', ED25519)).toBe(false);
      expect(await tokens.verifyCompact(RFC_8037, 'Ed25519', ED25519)).toBe(false);
    });

    it.each(MADE)('takes %s signatures of its own key and no other', async (algorithm, alg, parameters) => {
      const tokens = make();
      const { key, token } = await made(algorithm, alg, parameters);
      const other = await made(algorithm, alg, parameters);
      expect(await tokens.verifyCompact(token, alg, key)).toBe(true);
      expect(await tokens.verifyCompact(token, alg, key)).toBe(true);
      expect(await tokens.verifyCompact(token, alg, other.key)).toBe(false);
      const [header, , signature] = token.split('.');
      expect(await tokens.verifyCompact(`${header}.${base64url(utf8('{"a":2}'))}.${signature}`, alg, key)).toBe(false);
      expect(await tokens.verifyCompact(`${header}.${base64url(utf8('{"a":1}'))}.`, alg, key)).toBe(false);
      expect(await tokens.verifyCompact(`${header}.${base64url(utf8('{"a":1}'))}.AAAA`, alg, key)).toBe(false);
    });

    it('takes a token only under the algorithm that the caller names', async () => {
      const { key, token } = await made(...MADE[0]);
      for (const alg of ['ES384', 'RS256', 'EdDSA']) expect(await make().verifyCompact(token, alg, key), alg).toBe(false);
      for (const alg of ['none', 'HS256', '', '__proto__']) expect(await make().verifyCompact(token, alg, key), alg).not.toBe(true);
    });

    it('never takes a token with a critical header for valid', async () => {
      for (const more of [{ crit: ['x'], x: 1 }, { crit: [] }, { crit: 'b64' }, { crit: ['b64'], b64: false }]) {
        const { key, token } = await made(...MADE[0], more);
        expect(await make().verifyCompact(token, 'ES256', key), JSON.stringify(more)).not.toBe(true);
      }
    });

    it('answers false for keys that are malformed, weak, private or meant for another algorithm', async () => {
      const { key, token } = await made(...MADE[0]);
      const { jwk } = key;
      const bad: PublicKey[] = [
        { algorithm: 'ES384', jwk },
        { algorithm: 'ES256', jwk: { ...jwk, y: jwk.x! } },
        { algorithm: 'ES256', jwk: { ...jwk, x: `${jwk.x}A` } },
        { algorithm: 'ES256', jwk: { ...jwk, d: jwk.x! } },
        { algorithm: 'ES256', jwk: { kty: 'EC', crv: 'P-256' } },
        { algorithm: 'RS256', jwk: { kty: 'RSA', n: 'A'.repeat(171), e: 'AQAB' } },
        { algorithm: 'RS256', jwk: { kty: 'oct', k: 'AAAA' } },
        { algorithm: 'none' as Algorithm, jwk: {} },
      ];
      for (const one of bad) expect(await make().verifyCompact(token, 'ES256', one), JSON.stringify(one)).toBe(false);
    });

    it.each(['', '.', '..', 'a.b.c', 'e30.e30.AA', `${'a'.repeat(1000)}..`])('answers false for %j, which is no token', async (text) => {
      expect(await make().verifyCompact(text, 'EdDSA', ED25519)).toBe(false);
    });

    it.each([MADE[0], MADE[2]])('reads a PEM of an %s key as the JWK of that key', async (...parameters) => {
      const tokens = make();
      const { key, pem } = await made(...parameters);
      expect(await tokens.readPem(pem)).toEqual(key.jwk);
      expect(await tokens.readPem(` \r\n${pem.replaceAll('\n', '\r\n')}`)).toEqual(key.jwk);
    });

    it('reads an RSA key in PKCS #1 as the JWK of that key', async () => {
      const tokens = make();
      const { key, pem } = await made(...MADE[2]);
      const inPkcs1 = pkcs1(pem);
      expect(await tokens.readPem(inPkcs1)).toEqual(key.jwk);
      expect(await tokens.readPem(`\n${inPkcs1.replaceAll('\n', '\r\n')} `)).toEqual(key.jwk);
      const others = [
        pem.replaceAll('PUBLIC', 'RSA PUBLIC'),
        inPkcs1.replaceAll('RSA PUBLIC', 'PUBLIC'),
        inPkcs1.replace('RSA PUBLIC', 'PUBLIC'),
        inPkcs1.replaceAll('PUBLIC', 'PRIVATE'),
        inPkcs1.replaceAll('RSA', 'EC'),
        '-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----',
      ];
      for (const other of others) expect(await tokens.readPem(other), other.slice(0, 40)).toBeNull();
    });

    it('answers null for a PEM of anything else', async () => {
      const tokens = make();
      const p384 = await made(...MADE[1]);
      const rsa = await made(...MADE[2]);
      const others = [
        '',
        'hello',
        ED25519_PEM,
        p384.pem,
        rsa.pem.replaceAll('PUBLIC', 'PRIVATE'),
        `${rsa.pem}${rsa.pem}`,
        'A'.repeat(9000),
      ];
      for (const pem of others) expect(await tokens.readPem(pem), pem.slice(0, 40)).toBeNull();
    });

    it('never throws for a PEM that was cut off or altered', async () => {
      const tokens = make();
      const { pem } = await made(...MADE[0]);
      const body = pem.replace(/-----[^-]+-----|\s/g, '');
      for (let at = 0; at < body.length; at += 3) {
        for (const changed of [body.slice(0, at), `${body.slice(0, at)}A${body.slice(at + 1)}`]) {
          const answer = await tokens.readPem(`-----BEGIN PUBLIC KEY-----\n${changed}\n-----END PUBLIC KEY-----`);
          if (changed.length < body.length) expect(answer, changed).toBeNull();
        }
      }
    });

    it('computes the thumbprint of RFC 8037 appendix A.3, whatever else the key says', async () => {
      const dressed = { ...ED25519.jwk, kid: 'x', use: 'sig' };
      expect(await make().thumbprint({ algorithm: 'Ed25519', jwk: dressed })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
    });
  });
}
