import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { canonicalise } from '../rdf/canonicalise.js';
import type { Canonicalise } from './canonicalise.js';
import { makeCanonicalise } from './make-canonicalise.js';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const hashText = (algorithm: 'SHA-256' | 'SHA-384', text: string): string =>
  createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex');

/** A full path that says when it is asked. */
function watched(): { readonly full: Canonicalise; readonly asked: () => number } {
  let asked = 0;
  const full: Canonicalise = (document, hash) => {
    asked++;
    return canonicalise(document, hash);
  };
  return { full, asked: () => asked };
}

describe('makeCanonicalise', () => {
  it.each([
    ['with the hash of the host', { hashText }],
    ['with its own hash', {}],
  ])('answers a badge at once, %s', async (_, crypto) => {
    const { full, asked } = watched();
    const answer = makeCanonicalise(crypto, full)(credential(), 'SHA-256');
    expect(answer).not.toBeInstanceOf(Promise);
    expect(answer).toEqual(await canonicalise(credential(), 'SHA-256'));
    expect(asked()).toBe(0);
  });

  it('hashes with SHA-384 where the host can at once, and else by the full path', async () => {
    const expected = await canonicalise(credential(), 'SHA-384');
    for (const [crypto, times] of [[{ hashText }, 0] as const, [{}, 1] as const]) {
      const { full, asked } = watched();
      expect(await makeCanonicalise(crypto, full)(credential(), 'SHA-384')).toEqual(expected);
      expect(asked()).toBe(times);
    }
  });

  it('loads the full path for documents whose contexts are not compiled', async () => {
    const older = { '@context': V1, id: 'urn:x', type: 'VerifiableCredential', issuer: 'urn:issuer' };
    expect(await makeCanonicalise({})(older, 'SHA-256')).toEqual(await canonicalise(older, 'SHA-256'));
    const lossy = credential({ colour: 'red' });
    expect(await makeCanonicalise({})(lossy, 'SHA-256')).toEqual({ ok: false, code: 'data-loss', term: 'colour' });
  });
});
