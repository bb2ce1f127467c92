import { encodeUtf8 } from '@proofmark/primitives';
import type { Fetched, FetchRequest, Ports } from '@proofmark/verifying';
import { describe, expect, it } from 'vitest';
import { onPageThread, refuseHeavy, TOO_HEAVY } from './page-thread.js';

const refused = (text: string | Uint8Array): boolean => {
  try {
    refuseHeavy(typeof text === 'string' ? encodeUtf8(text) : text);
    return false;
  } catch (reason) {
    if (reason === TOO_HEAVY) return true;
    throw reason;
  }
};
const words = (count: number): string => JSON.stringify({ tag: Array.from({ length: count }, (_, index) => `w${index}`) });
const request: FetchRequest = { url: 'https://badges.example/1', accept: '*/*', maxBytes: 16_777_216, for: 'badge' };

/** Ports over one document; `asked` collects what was asked for. */
function portsOver(answer: Omit<Extract<Fetched, { ok: true }>, 'url' | 'status' | 'mediaType' | 'etag' | 'ok'> | { code: 'too-large' }) {
  const asked: FetchRequest[] = [];
  let turns = 0;
  const ports = {
    documents: {
      async fetch(one: FetchRequest): Promise<Fetched> {
        asked.push(one);
        if ('code' in answer) return { ok: false, url: one.url, ...answer };
        return { ok: true, url: one.url, status: 200, mediaType: '', etag: null, ...answer };
      },
    },
    after: async () => {
      turns += 1;
    },
    inflate: (data: Uint8Array) => data,
  } as unknown as Ports;
  return { asked, turns: () => turns, ports: onPageThread(ports) };
}

describe('what a host page is spared', () => {
  it('are texts with more marks than any badge of ours, and not large pictures in them', () => {
    expect(refused(words(8000))).toBe(false);
    expect(refused(words(40_000))).toBe(true);
    expect(refused(JSON.stringify({ image: `data:image/png;base64,${'A'.repeat(700_000)}` }))).toBe(false);
  });

  it('are long tokens, also inside of other documents and behind a picture', () => {
    const token = `eyJhbGciOiJFZERTQSJ9.${'A'.repeat(200_000)}.AAAA`;
    expect(refused(token)).toBe(true);
    expect(refused(JSON.stringify({ verifiableCredential: [token] }))).toBe(true);
    expect(refused(JSON.stringify({ image: 'data:image/png;base64,AAAA', id: `data:application/vc+jwt,${token}` }))).toBe(true);
    expect(refused(`eyJhbGciOiJFZERTQSJ9.${'A'.repeat(20_000)}.AAAA`)).toBe(false);
  });

  it('are PNGs of thousands of small chunks', () => {
    expect(refused(new Uint8Array(12 * 20_000).fill(0))).toBe(true);
  });

  it('is measured of every document but the work, of which a page reads only the digest', async () => {
    const { ports, asked } = portsOver({ body: encodeUtf8(words(40_000)) });
    await expect(ports.documents.fetch({ ...request, for: 'status' })).rejects.toBe(TOO_HEAVY);
    expect(await ports.documents.fetch({ ...request, for: 'evidence' })).toMatchObject({ ok: true });
    expect(asked.map(({ maxBytes }) => maxBytes)).toEqual([2_560_000, 16_777_216]);
    await expect(portsOver({ code: 'too-large' }).ports.documents.fetch(request)).rejects.toBe(TOO_HEAVY);
  });

  it('is measured of texts in pictures too', async () => {
    const { ports } = portsOver({ code: 'too-large' });
    await expect(ports.inflate(encodeUtf8(words(40_000)), 4_000_000)).rejects.toBe(TOO_HEAVY);
  });

  it('is less where the profile does not know a document; and each pause is a turn of the page', async () => {
    const { ports, turns } = portsOver({ code: 'too-large' });
    await ports.pause?.();
    await ports.pause?.(JSON.parse(words(500)));
    expect(turns()).toBe(2);
    await expect(ports.pause?.(JSON.parse(words(2000)))).rejects.toBe(TOO_HEAVY);
  });
});
