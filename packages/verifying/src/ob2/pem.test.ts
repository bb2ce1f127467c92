import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curvePem, schoolPem } from './older.fixture.js';
import { jwkOfPem } from './pem.js';

describe('a public key in PEM', () => {
  it.each([
    ['RSA', schoolPem],
    ['P-256', curvePem],
    ['RSA of 4096 bits', String(generateKeyPairSync('rsa', { modulusLength: 4096 }).publicKey.export({ type: 'spki', format: 'pem' }))],
  ])('%s is read as Node reads it', (_, pem) => {
    expect(jwkOfPem(pem)).toEqual(createPublicKey(pem).export({ format: 'jwk' }));
    expect(jwkOfPem(pem.replaceAll('\n', '\r\n'))).toEqual(jwkOfPem(pem));
  });

  it.each([
    ['Ed25519', String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))],
    ['P-384', String(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ type: 'spki', format: 'pem' }))],
    ['a private key', String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }))],
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
