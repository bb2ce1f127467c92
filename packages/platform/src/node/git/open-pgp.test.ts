import { generateKey, readKey } from 'openpgp';
import { describe, expect, it } from 'vitest';
import { PGP_ED25519, PGP_PAYLOAD, PGP_RSA, PGP_SHA1 } from './open-pgp.fixture.js';
import { openPgpChecker } from './open-pgp.js';

const payload = new TextEncoder().encode(PGP_PAYLOAD);
const altered = new TextEncoder().encode(`${PGP_PAYLOAD}.`);

describe('openPgpChecker', () => {
  it.each([
    ['Ed25519', PGP_ED25519],
    ['RSA', PGP_RSA],
  ])('accepts what GnuPG signed with %s, and names the key', async (_, { key, fingerprint, signature }) => {
    const check = await openPgpChecker([key]);
    expect(await check(signature, payload)).toEqual({ outcome: 'valid', key: fingerprint });
    expect(await check(signature, altered)).toEqual({ outcome: 'invalid' });
  });

  it('finds the key among several, and skips what is no key', async () => {
    const check = await openPgpChecker(['no key', PGP_ED25519.key, PGP_RSA.key]);
    expect(await check(PGP_RSA.signature, payload)).toEqual({ outcome: 'valid', key: PGP_RSA.fingerprint });
  });

  it('answers not-checked for a key that it was not given', async () => {
    for (const keys of [[], ['no key'], [PGP_RSA.key]]) {
      expect(await (await openPgpChecker(keys))(PGP_ED25519.signature, payload)).toEqual({ outcome: 'not-checked' });
    }
  });

  it('refuses a signature over SHA-1, which can be forged', async () => {
    expect(await (await openPgpChecker([PGP_SHA1.key]))(PGP_SHA1.signature, payload)).toEqual({ outcome: 'invalid' });
  });

  it('refuses texts that are no signature, of any length', async () => {
    const check = await openPgpChecker([PGP_RSA.key]);
    const [begin = '', ...rest] = PGP_RSA.signature.split('\n');
    for (const broken of ['', begin, `${begin}\n\n%%%%\n-----END PGP SIGNATURE-----`, [begin, ...rest.slice(0, 4)].join('\n')]) {
      expect(await check(broken, payload)).toEqual({ outcome: 'invalid' });
    }
    expect(await check(`${begin}\n${'A'.repeat(100_000)}`, payload)).toEqual({ outcome: 'not-checked' });
  });

  it('uses only the public half of a private key', async () => {
    const { privateKey } = await generateKey({ userIDs: [{ name: 'Ada' }], format: 'armored' });
    await expect(readKey({ armoredKey: privateKey })).resolves.toBeDefined();
    expect(await (await openPgpChecker([privateKey]))(PGP_RSA.signature, payload)).toEqual({ outcome: 'not-checked' });
  });
});
