import { describe, expect, it } from 'vitest';
import type { PublicStatusList, PublicStatusListKey } from '../reads.js';
import { statusListCache } from './status-list-cache.js';

/** A database of lists, which counts what it is asked. */
function database() {
  const lists = new Map<string, PublicStatusList>();
  const asked = { lists: 0, versions: 0 };
  const put = (listId: number, version: string, body = version, purpose: PublicStatusListKey['purpose'] = 'revocation') =>
    lists.set(`${purpose} ${listId}`, { issuerId: 'acme', listId, purpose, version, body });
  const reads = {
    async findStatusListDocument(_: string | null, list: number, purpose: PublicStatusListKey['purpose']) {
      asked.lists += 1;
      return lists.get(`${purpose} ${list}`) ?? null;
    },
    async statusListVersions(keys: readonly PublicStatusListKey[]) {
      asked.versions += 1;
      return keys.map(({ purpose, listId }) => lists.get(`${purpose} ${listId}`)?.version ?? null);
    },
  };
  return { put, asked, reads, lists };
}

describe('status lists in memory', () => {
  it('cost no query within a second, and one for all of them after that', async () => {
    const { put, asked, reads } = database();
    let now = 0;
    const cache = statusListCache(reads, { ticks: () => now });
    for (const n of [1, 2, 3]) put(n, 'v1');
    for (const n of [1, 2, 3]) await cache.find(null, n, 'revocation');
    for (let i = 0; i < 100; i += 1) expect((await cache.find(null, 2, 'revocation'))?.body).toBe('v1');
    expect(asked).toEqual({ lists: 3, versions: 0 });
    now = 1000;
    await Promise.all([1, 2, 3, 1].map((n) => cache.find(null, n, 'revocation')));
    expect(asked).toEqual({ lists: 3, versions: 1 });
  });

  it('are read again a second after another process has signed one', async () => {
    const { put, asked, reads } = database();
    let now = 0;
    const cache = statusListCache(reads, { ticks: () => now });
    put(1, 'v1');
    put(2, 'w1');
    await cache.find(null, 1, 'revocation');
    await cache.find(null, 2, 'revocation');
    put(1, 'v2');
    now = 999;
    expect((await cache.find(null, 1, 'revocation'))?.body).toBe('v1');
    now = 1000;
    expect((await cache.find(null, 1, 'revocation'))?.body).toBe('v2');
    expect((await cache.find(null, 2, 'revocation'))?.body).toBe('w1');
    expect(asked).toEqual({ lists: 3, versions: 1 });
  });

  it('are read again at once when this process has signed one, also while it is being read', async () => {
    const { put, reads } = database();
    const cache = statusListCache(reads, { ticks: () => 0 });
    put(1, 'v1');
    await cache.find(null, 1, 'revocation');
    put(1, 'v2');
    cache.forget({ issuerId: 'acme', listId: 1 });
    expect((await cache.find(null, 1, 'revocation'))?.body).toBe('v2');
    cache.forget({ issuerId: 'acme', listId: 1 });
    const reading = cache.find(null, 1, 'revocation');
    put(1, 'v3');
    cache.forget({ issuerId: 'acme', listId: 1 });
    await reading;
    expect((await cache.find(null, 1, 'revocation'))?.body).toBe('v3');
  });

  it('are kept by purpose, and not when there is none', async () => {
    const { put, reads } = database();
    const cache = statusListCache(reads, { ticks: () => 0 });
    put(1, 'v1', 'withdrawn');
    expect(await cache.find(null, 1, 'suspension')).toBeNull();
    put(1, 'v1', 'suspended', 'suspension');
    expect((await cache.find(null, 1, 'suspension'))?.body).toBe('suspended');
    expect((await cache.find(null, 1, 'revocation'))?.body).toBe('withdrawn');
  });

  it('fail when the database does not answer, rather than to say what may have changed', async () => {
    const { put, reads } = database();
    let now = 0;
    const cache = statusListCache({ ...reads, statusListVersions: async () => Promise.reject(new Error('down')) }, { ticks: () => now });
    put(1, 'v1');
    await cache.find(null, 1, 'revocation');
    now = 1000;
    await expect(cache.find(null, 1, 'revocation')).rejects.toThrow('down');
  });

  it('leave memory when they take more than they may', async () => {
    const { put, asked, reads } = database();
    const cache = statusListCache(reads, { ticks: () => 0, most: 250 });
    for (const n of [1, 2, 3]) {
      put(n, 'v1', 'x'.repeat(100));
      await cache.find(null, n, 'revocation');
    }
    await cache.find(null, 3, 'revocation');
    expect(asked.lists).toBe(3);
    await cache.find(null, 1, 'revocation');
    expect(asked.lists).toBe(4);
  });
});
