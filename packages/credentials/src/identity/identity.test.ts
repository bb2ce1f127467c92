import { createHash } from 'node:crypto';
import { canonicalEmail } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailIdentity, type HashPort, identityHash, matchesIdentity } from './identity.js';

const sync: HashPort = {
  digest: (name, data) =>
    createHash(name === 'MD5' ? 'md5' : 'sha256')
      .update(data)
      .digest(),
};
const later: HashPort = { digest: async (name, data) => sync.digest(name, data) };

describe('identityHash', () => {
  it('gives the value of the example in Open Badges 3.0', () => {
    expect(identityHash('a@example.com', 'Kosher', sync)).toBe('sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399');
  });
  it('waits for a host that answers later', async () => {
    const soon = identityHash('a@example.com', 'Kosher', later);
    expect(soon).toBeInstanceOf(Promise);
    expect(await soon).toBe(identityHash('a@example.com', 'Kosher', sync));
  });
});

describe('emailIdentity', () => {
  it('hashes the canonical spelling, so that a badge means the person however their address is typed', () => {
    const identity = emailIdentity('Ada@bücher.example', 'Kosher', sync) as JsonObject;
    expect(identity.identityHash).toBe(identityHash('ada@xn--bcher-kva.example', 'Kosher', sync));
    for (const typed of ['ada@xn--bcher-kva.example', 'ADA@BÜCHER.example', 'ada@bu\u0308cher.example'])
      expect(matchesIdentity(identity, typed, sync)).toBe(true);
    expect(matchesIdentity(identity, 'ada@bucher.example', sync)).toBe(false);
  });
  it('throws for a text that is no address', () => {
    expect(() => emailIdentity('ada', 'Kosher', sync)).toThrow(RangeError);
  });
});

describe('matchesIdentity', () => {
  const base = { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', salt: 'Kosher' };
  const spec: JsonObject = { ...base, identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399' };
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');

  it('matches the person for any spelling of the address, and no other person', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ0_éß'), minLength: 1, maxLength: 12 });
    const address = fc.tuple(letters, letters).map(([user, host]) => `${user}@${host.replaceAll('_', '-x')}a.example`.replace('@-', '@'));
    fc.assert(
      fc.property(
        address,
        address,
        fc.string(),
        fc.constantFrom(
          (x: string) => x,
          (x: string) => x.toUpperCase(),
          (x: string) => ` ${x}\t`,
        ),
        (mine, other, salt, typed) => {
          const identity = emailIdentity(mine, salt, sync);
          if (identity instanceof Promise) throw new Error('a synchronous host was asked');
          // 'ß'.toUpperCase() is 'SS': no longer the same address.
          fc.pre(canonicalEmail(typed(mine)) === canonicalEmail(mine));
          expect(matchesIdentity(identity, typed(mine), sync)).toBe(true);
          expect(matchesIdentity(identity, other, sync)).toBe(canonicalEmail(other) === canonicalEmail(mine));
          expect(JSON.stringify(identity)).not.toContain(mine);
        },
      ),
    );
  });
  it.each(['ada@bücher.example', 'ada@bu\u0308cher.example', 'ada@xn--bcher-kva.example', 'Ada@BÜCHER.example'])(
    'matches an address that another issuer hashed as %s',
    (hashed) => {
      const identity: JsonObject = { ...base, identityHash: identityHash(hashed, 'Kosher', sync) as string };
      for (const typed of [hashed, 'ada@bücher.example', 'ada@xn--bcher-kva.example', 'ada@bu\u0308cher.example'])
        expect(matchesIdentity(identity, typed, sync)).toBe(hashed === typed || !hashed.startsWith('A'));
      expect(matchesIdentity(identity, 'eve@bücher.example', sync)).toBe(false);
    },
  );
  it('tries the address as typed too, since others hash it so', () => {
    const raw = identityHash('Ada@Example.com', '', sync) as string;
    const identity: JsonObject = { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: raw };
    expect(matchesIdentity(identity, 'Ada@Example.com', sync)).toBe(true);
    expect(matchesIdentity(identity, 'ada@example.com', sync)).toBe(false);
  });
  it('reads upper-case hexadecimal, md5, and the misspelt type', () => {
    const hex = (spec.identityHash as string).slice(7).toUpperCase();
    expect(matchesIdentity({ ...spec, identityHash: `sha256$${hex}` }, 'A@example.com', sync)).toBe(true);
    expect(matchesIdentity({ ...spec, identityHash: `md5$${md5('a@example.comKosher')}` }, 'a@example.com', sync)).toBe(true);
    expect(matchesIdentity({ ...spec, identityType: 'email' }, 'a@example.com', sync)).toBe(true);
  });
  it('compares an identity that is not hashed as it is written', () => {
    const plain: JsonObject = { hashed: false, identityType: 'emailAddress', identityHash: 'A@Example.com', salt: 'not-used' };
    expect(matchesIdentity(plain, 'a@example.com', sync)).toBe(true);
    expect(matchesIdentity(plain, 'b@example.com', sync)).toBe(false);
    const name: JsonObject = { hashed: false, identityType: 'name', identityHash: 'Ada' };
    expect(matchesIdentity(name, 'Ada', sync, 'name')).toBe(true);
    expect(matchesIdentity(name, 'ada', sync, 'name')).toBe(false);
    expect(matchesIdentity(name, 'Ada', sync)).toBe(false);
  });
  it('takes another salt, an unknown algorithm and a malformed object for another person', async () => {
    for (const change of [
      { salt: 'kosher' },
      { salt: 5 },
      { identityHash: 'sha1$00' },
      { identityHash: 'sha256$' },
      { identityHash: null },
      { hashed: 'yes' },
    ]) {
      expect(matchesIdentity({ ...spec, ...change } as JsonObject, 'a@example.com', sync)).toBe(false);
    }
    expect(await matchesIdentity(spec, 'a@example.com', later)).toBe(true);
    expect(await matchesIdentity(spec, 'b@example.com', later)).toBe(false);
  });
});
