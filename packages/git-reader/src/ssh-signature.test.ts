import { createHash, createPublicKey, verify } from 'node:crypto';
import { encodeUtf8 } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfLine, parseSshKey } from './ssh-key.js';
import { checkSignature } from './ssh-signature.js';
import { ED25519, FOR_FILES, P256, P384, PAYLOAD, RSA } from './ssh-signatures.fixture.js';
import type { SignaturePort } from './transport.js';

const port: SignaturePort = {
  digest: (algorithm, data) => createHash(algorithm.replace('-', '')).update(data).digest(),
  verify({ algorithm, jwk }, data, signature) {
    const digest = { Ed25519: null, ES256: 'sha256', RS256: 'sha256', RS512: 'sha512' }[algorithm];
    try {
      const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
      return verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      return false;
    }
  },
};
const check = (signature: string, payload = PAYLOAD): ReturnType<typeof checkSignature> =>
  checkSignature(signature, encodeUtf8(payload), port);

describe('checkSignature', () => {
  it.each([
    ['Ed25519', ED25519],
    ['P-256', P256],
    ['RSA', RSA],
  ])('accepts what ssh-keygen signed with %s, and names the key', async (_, { key, signature }) => {
    expect(await check(signature)).toEqual({ outcome: 'valid', key: keyOfLine(key) });
    expect(await check(signature, `${PAYLOAD}.`)).toEqual({ outcome: 'invalid' });
  });

  it('does not take a signature that was made for something else', async () => {
    expect(await check(FOR_FILES.signature)).toEqual({ outcome: 'invalid' });
    const forFiles = (signature: string) => checkSignature(signature, encodeUtf8(PAYLOAD), port, 'file');
    expect(await forFiles(FOR_FILES.signature)).toEqual({ outcome: 'valid', key: keyOfLine(FOR_FILES.key) });
    expect(await forFiles(ED25519.signature)).toEqual({ outcome: 'invalid' });
  });

  it.each([
    ['a P-384 key', P384.signature],
    ['OpenPGP', '-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----'],
    ['X.509', '-----BEGIN SIGNED MESSAGE-----\nMIIB\n-----END SIGNED MESSAGE-----'],
    ['nothing known', ''],
  ])('says of %s that it was not checked', async (_, signature) => {
    expect(await check(signature)).toEqual({ outcome: 'not-checked' });
  });

  it.each([ED25519, P256, RSA])('is not deceived by a change to any byte, and never throws', async ({ key, signature }) => {
    const [begin, ...rest] = signature.split('\n');
    const bytes = Buffer.from(rest.slice(0, -1).join(''), 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= change;
        const result = await check(`${begin}\n${changed.toString('base64')}\n${rest.at(-1)}`);
        return result.outcome !== 'valid' || result.key !== keyOfLine(key);
      }),
      { numRuns: 150 },
    );
  });

  it('calls it invalid when its hash has the name of a member that every object inherits', async () => {
    const blob = Buffer.from(ED25519.signature.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64').toString('latin1');
    const other = Buffer.from(blob.replace('\0\0\0\x06sha512', '\0\0\0\x0bconstructor'), 'latin1').toString('base64');
    expect(await check(`-----BEGIN SSH SIGNATURE-----\n${other}\n-----END SSH SIGNATURE-----`)).toEqual({ outcome: 'invalid' });
  });

  it('calls it invalid when it is cut short', async () => {
    for (const length of [0, 40, 100, 200])
      expect(await check(`${ED25519.signature.slice(0, 30 + length)}\n-----END SSH SIGNATURE-----`)).toEqual({ outcome: 'invalid' });
  });
});

describe('keys', () => {
  it('are read from the line that OpenSSH writes, comment or not', () => {
    const [type, text] = ED25519.key.split(' ');
    expect(keyOfLine(ED25519.key)).toBe(text);
    expect(keyOfLine(`  ${type}   ${text} `)).toBe(text);
    for (const line of ['', 'ssh-ed25519', `ssh-rsa ${text}`, `${type} %%%`, 'ssh-ed25519 AAAA']) expect(keyOfLine(line)).toBeNull();
  });

  it('are refused when they are RSA below 2048 bits, or malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => parseSshKey(bytes) === null),
      { numRuns: 200 },
    );
    const rsa = Buffer.from(keyOfLine(RSA.key)!, 'base64');
    expect(parseSshKey(rsa)?.type).toBe('ssh-rsa');
    expect(parseSshKey(rsa.subarray(0, -1))).toBeNull();
    expect(parseSshKey(Buffer.concat([rsa, Buffer.from([0])]))).toBeNull();
  });
});
