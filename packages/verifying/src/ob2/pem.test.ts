import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveJwk, curvePem, pairOf, pemOf, schoolJwk, schoolPem } from './older.fixture.js';
import { jwkOfPem } from './pem.js';

const large = await pairOf({ name: 'RSASSA-PKCS1-v1_5', modulusLength: 4096, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' });

const p384 = await pemOf(await pairOf({ name: 'ECDSA', namedCurve: 'P-384' }));
const READ = [
  ['RSA', schoolPem, schoolJwk],
  ['P-256', curvePem, curveJwk],
  ['RSA of 4096 bits', await pemOf(large), await crypto.subtle.exportKey('jwk', large.publicKey)],
] as const;

describe('a public key in PEM', () => {
  it.each(READ)('%s is read as the host writes it', (_, pem, written) => {
    const { kty, crv, x, y, n, e } = written;
    expect(jwkOfPem(pem)).toEqual(JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })));
    expect(jwkOfPem(pem.replaceAll('\n', '\r\n'))).toEqual(jwkOfPem(pem));
  });

  it.each([
    ['Ed25519', '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n'],
    ['P-384', p384],
    ['a private key', schoolPem.replaceAll('PUBLIC', 'PRIVATE')],
    ['no key', 'hello'],
    ['nothing', ''],
  ])('%s is none', (_, pem) => {
    expect(jwkOfPem(pem)).toBeNull();
  });

  it('that is cut, longer or altered never throws', () => {
    const bytes = Uint8Array.from(atob(schoolPem.replace(/-----[^-]+-----|\s/g, '')), (character) => character.charCodeAt(0));
    const armour = (der: Uint8Array) => `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...der))}\n-----END PUBLIC KEY-----\n`;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
        const changed = cut ? bytes.slice(0, at) : Uint8Array.from(bytes, (byte, i) => (i === at ? value : byte));
        const jwk = jwkOfPem(armour(changed));
        if (cut) expect(jwk).toBeNull();
      }),
    );
    expect(jwkOfPem(armour(Uint8Array.of(...bytes, 0)))).toBeNull();
  });
});
