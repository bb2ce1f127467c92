import type { Json } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { ISSUER_DOCUMENT, issuerDocument, NOW, portsOf, signed, unsigned } from './fixtures/badges.fixture.js';
import { verify } from './verify.js';

/** Verifies, and answers what each pause was told. */
async function paused(json: Json): Promise<readonly (Json | undefined)[]> {
  const told: (Json | undefined)[] = [];
  const pause = async (document?: Json): Promise<void> => void told.push(document);
  await verify({ json }, { ...portsOf({ [ISSUER_DOCUMENT]: issuerDocument() }), pause }, { at: NOW });
  return told;
}

describe('the port `pause`', () => {
  it('is waited for once for a badge of the profile, which is not handed to it', async () => {
    expect(await paused(await signed(unsigned()))).toEqual([undefined]);
  });

  it('is handed what other readers than the profile have to read, before they do', async () => {
    const badge = await signed(unsigned({ name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' } }));
    const told = await paused(badge);
    expect(told.slice(0, 2)).toEqual([undefined, badge]);
    // And once more before the JSON-LD processor begins.
    expect(told.length).toBeGreaterThan(2);
  });

  it('is waited for before each of several badges', async () => {
    const badge = await signed(unsigned());
    const presentation = { '@context': [], type: ['VerifiablePresentation'], verifiableCredential: [badge, badge, badge] } as Json;
    expect(await paused(presentation)).toEqual([undefined, undefined, undefined]);
  });

  it('ends the verification, with its own reason, when it rejects', async () => {
    const reason = new Error('too heavy here');
    const pause = (document?: Json): Promise<void> => (document === undefined ? Promise.resolve() : Promise.reject(reason));
    const badge = await signed(unsigned({ name: { '@value': 'x', '@language': 'en', '@direction': 'ltr' } }));
    await expect(verify({ json: badge }, { ...portsOf({}), pause }, { at: NOW })).rejects.toBe(reason);
  });
});
