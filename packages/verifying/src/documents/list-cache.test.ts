import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ISSUER_DOCUMENT,
  issuerDocument,
  LIST,
  mallory,
  NOW,
  portsOf,
  STATUS,
  signed,
  statusList,
  unsigned,
} from '../fixtures/badges.fixture.js';
import type { Fetched, FetchRequest, Ports } from '../ports.js';
import { verify } from '../verify.js';
import { type KeptList, listCache } from './list-cache.js';

/** A host with a cache, and a server that knows entity tags; what it serves may be changed. */
function hostWithCache(list: object): { ports: Ports; asked: FetchRequest[]; serve: (list: object, etag: string) => void } {
  const asked: FetchRequest[] = [];
  let served = { body: new TextEncoder().encode(JSON.stringify(list)), etag: '"1"' };
  const rest = portsOf({ [ISSUER_DOCUMENT]: issuerDocument() });
  const fetch = async (request: FetchRequest): Promise<Fetched> => {
    const { url } = request;
    if (url !== LIST) return rest.documents.fetch(request);
    asked.push(request);
    const answer = { ok: true, url, mediaType: 'application/vc', etag: served.etag } as const;
    return request.etag === served.etag
      ? { ...answer, status: 304, body: new Uint8Array() }
      : { ...answer, status: 200, body: served.body };
  };
  const serve = (next: object, etag: string): void => {
    served = { body: new TextEncoder().encode(JSON.stringify(next)), etag };
  };
  return { ports: { ...rest, documents: { fetch }, lists: listCache() }, asked, serve };
}

const badge = await signed(unsigned({ credentialStatus: STATUS }));
const verdictAt = async (ports: Ports, at: number): Promise<string> => (await verify({ json: badge }, ports, { at })).verdict;

describe('a host that keeps lists', () => {
  it('asks once for many badges, and later only whether something has changed', async () => {
    const { ports, asked, serve } = hostWithCache(await statusList());
    for (let i = 0; i < 5; i += 1) expect(await verdictAt(ports, NOW + i)).toBe('genuine-issuer-unknown');
    expect(asked.map(({ etag }) => etag)).toEqual([undefined]);
    expect(await verdictAt(ports, NOW + 60_001)).toBe('genuine-issuer-unknown');
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"1"']);
    serve(await statusList({ set: [94567] }), '"2"');
    expect(await verdictAt(ports, NOW + 70_000)).toBe('genuine-issuer-unknown');
    expect(await verdictAt(ports, NOW + 130_000)).toBe('do-not-rely');
    expect(asked).toHaveLength(3);
  });

  it('heeds a shorter life that the list sets, and does not trust a clock that went back', async () => {
    const { ports, asked } = hostWithCache(await statusList({ subject: { ttl: 1000 } as never }));
    await verdictAt(ports, NOW);
    await verdictAt(ports, NOW + 999);
    expect(asked).toHaveLength(1);
    await verdictAt(ports, NOW + 1001);
    await verdictAt(ports, NOW);
    expect(asked).toHaveLength(3);
  });

  it('keeps no list that is not its issuer’s', async () => {
    const { ports, asked, serve } = hostWithCache(await statusList({ key: mallory }));
    expect(await verdictAt(ports, NOW)).toBe('unfinished');
    serve(await statusList(), '"2"');
    expect(await verdictAt(ports, NOW + 1)).toBe('genuine-issuer-unknown');
    expect(asked).toHaveLength(2);
  });

  it('does not accept an unchanged list whose key was removed', async () => {
    const { ports } = hostWithCache(await statusList());
    expect(await verdictAt(ports, NOW)).toBe('genuine-issuer-unknown');
    const other = {
      ...ports,
      documents: {
        fetch: async (request: FetchRequest) => {
          const answer = await ports.documents.fetch(request);
          if (request.url !== ISSUER_DOCUMENT || !answer.ok) return answer;
          return { ...answer, body: new TextEncoder().encode(JSON.stringify({ ...issuerDocument(), assertionMethod: [] })) };
        },
      },
    };
    expect(await verdictAt(other, NOW + 61_000)).toBe('do-not-rely');
  });
});

const kept = (size: number): KeptList => ({
  list: { kind: 'invalid', fault: 'x' },
  etag: null,
  body: new Uint8Array(size),
  askedAt: 0,
});

describe('the cache in memory', () => {
  it('stays within its limit and evicts the least recently used list', () => {
    const cache = listCache(10_000);
    for (const url of ['a', 'b', 'c']) cache.put(url, kept(1500));
    cache.get('a');
    cache.put('d', kept(1500));
    expect(['a', 'b', 'c', 'd'].map((url) => cache.get(url) !== undefined)).toEqual([true, false, true, true]);
    cache.put('e', kept(20_000));
    expect(cache.get('e')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
  });

  it('stays within its limit after any sequence of reads and writes', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat(9000), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cache = listCache(12_000);
        for (const [url, size, read] of steps) {
          if (read) cache.get(url);
          else cache.put(url, kept(size));
          const held = ['a', 'b', 'c', 'd', 'e', 'f'].reduce((sum, name) => sum + (cache.get(name)?.body.length ?? 0), 0);
          expect(held).toBeLessThanOrEqual(12_000);
          if (!read) expect(cache.get(url)?.body.length).toBe(size);
        }
      }),
    );
  });
});
