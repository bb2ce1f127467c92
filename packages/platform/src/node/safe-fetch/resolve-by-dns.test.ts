import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostsFile } from './hosts-file.js';
import { type NameServer, nameServer, type Said } from './name-server.fixture.js';
import { type DnsOptions, resolveByDns } from './resolve-by-dns.js';
import { safeDocuments } from './safe-documents.js';

const NAMES: Readonly<Record<string, Said | Readonly<Record<'A' | 'AAAA', Said>>>> = {
  'both.example': ['93.184.216.34', '2606:4700::1111'],
  'old.example': ['93.184.216.34'],
  'new.example': ['2606:4700::1111'],
  'empty.example': [],
  'fault.example': 'fault',
  'half.example': { A: ['93.184.216.34'], AAAA: 'silence' },
  'dead.example': { A: 'silence', AAAA: 'no-such-name' },
  'inside.example': ['127.0.0.1'],
  'mixed.example': ['93.184.216.34', 'fd00::1'],
};
let server: NameServer;
beforeAll(async () => {
  server = await nameServer((name, kind) => {
    const said = Object.hasOwn(NAMES, name)
      ? NAMES[name]!
      : name.startsWith('slow')
        ? 'silence'
        : name.startsWith('held')
          ? 'held'
          : 'no-such-name';
    return typeof said === 'string' || Array.isArray(said) ? (said as Said) : (said as Record<'A' | 'AAAA', Said>)[kind];
  });
});
afterAll(() => server.close());
beforeEach(() => {
  (server.asked as string[]).length = 0;
});

const none = async (): Promise<readonly string[]> => [];
const resolver = (more: DnsOptions = {}) => resolveByDns({ servers: [server.address], hosts: none, timeout: 1000, ...more });
const addresses = async (name: string, more?: DnsOptions): Promise<string[]> =>
  (await resolver(more)(name)).map(({ address, family }) => `${family} ${address}`);
const codeOf = (name: string, more?: DnsOptions): Promise<unknown> =>
  resolver(more)(name).then(
    () => 'found',
    (error: NodeJS.ErrnoException) => error.code,
  );

describe('resolveByDns', () => {
  it('gives all addresses of both kinds', async () => {
    expect(await addresses('both.example')).toEqual(['4 93.184.216.34', '6 2606:4700::1111']);
    expect(await addresses('old.example')).toEqual(['4 93.184.216.34']);
    expect(await addresses('new.example')).toEqual(['6 2606:4700::1111']);
    expect([...server.asked].sort().slice(0, 2)).toEqual(['A both.example', 'A new.example']);
  });

  it('does not wait for the other kind of address for ever', async () => {
    const begun = performance.now();
    expect(await addresses('half.example', { timeout: 20_000 })).toEqual(['4 93.184.216.34']);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('names the reason when there is no address', async () => {
    expect(await codeOf('nowhere.example')).toBe('ENOTFOUND');
    expect(await codeOf('empty.example')).toBe('ENOTFOUND');
    expect(await codeOf('fault.example')).toBe('ESERVFAIL');
    expect(['ETIMEOUT', 'ECANCELLED']).toContain(await codeOf('slow.example'));
    expect(['ETIMEOUT', 'ECANCELLED']).toContain(await codeOf('dead.example'));
  });

  it('answers the names of this machine without asking', async () => {
    for (const name of ['localhost', 'badges.localhost']) expect(await addresses(name)).toEqual(['4 127.0.0.1', '6 ::1']);
    expect(server.asked).toEqual([]);
  });

  it('asks the hosts file of the machine first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proofmark-hosts-'));
    const list = join(folder, 'hosts');
    await writeFile(list, '# mine\n10.0.0.7\tBoth.example  both # twice\n::7 both.example\nnonsense both.example\n');
    const hosts = hostsFile(list);
    expect(await addresses('both.example', { hosts })).toEqual(['4 10.0.0.7', '6 ::7']);
    expect(await addresses('old.example', { hosts })).toEqual(['4 93.184.216.34']);
    expect(await addresses('old.example', { hosts: hostsFile(join(folder, 'none')) })).toEqual(['4 93.184.216.34']);
    await rm(folder, { recursive: true });
  });
});

describe('name servers that never answer', () => {
  it('do not delay other requests, even by the hundred', async () => {
    // More than the threads that the system's own look-ups share, and fewer than a socket has room for. No time limit ends one of them.
    const timeout = 20_000;
    let ended = 0;
    const held = Array.from({ length: 100 }, (_, at) => codeOf(`held${at}.example`, { timeout }).finally(() => ended++));
    expect(await addresses('both.example', { timeout })).toHaveLength(2);
    // Reading a file takes one of the threads that the system's own look-ups would have filled.
    await writeFile(join(tmpdir(), `proofmark-thread-${process.pid}`), 'free');
    expect(ended).toBe(0);
    await rm(join(tmpdir(), `proofmark-thread-${process.pid}`));
    // Each question is held once it was asked.
    await vi.waitFor(() => expect(server.asked.filter((question) => question.includes('held'))).toHaveLength(200), timeout);
    server.release();
    expect(new Set(await Promise.all(held))).toEqual(new Set(['ENOTFOUND']));
  });

  it('are a time-out of the fetch', async () => {
    const documents = safeDocuments({ resolve: resolver({ timeout: 300 }) });
    const request = { url: 'https://slow.example/', accept: '*/*', maxBytes: 10, for: 'badge' } as const;
    expect(await documents.fetch(request)).toMatchObject({ ok: false, code: 'timeout' });
    await documents.close();
  });
});

describe('names that resolve to private addresses', () => {
  it('are refused: the resolved address is the one that is judged and connected to', async () => {
    const trap = await loopbackServer((_, response) => void response.end());
    const documents = safeDocuments({ resolve: resolver(), ports: [trap.port] });
    for (const name of ['inside.example', 'mixed.example']) {
      const request = { url: `https://${name}:${trap.port}/`, accept: '*/*', maxBytes: 10, for: 'badge' } as const;
      expect(await documents.fetch(request)).toMatchObject({ ok: false, code: 'refused-address' });
    }
    expect(trap.requests).toHaveLength(0);
    await documents.close();
    await trap.close();
  });
});
