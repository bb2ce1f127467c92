import { type AuditHead, hashAuditEntry, NO_PREVIOUS } from '@proofmark/proofs';
import type { AuditEntry } from '@proofmark/schemas/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const file = await scratch();
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

function log(length: number, change: (entry: Omit<AuditEntry, 'hash'>) => Omit<AuditEntry, 'hash'> = (entry) => entry): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry = change({
      id: `0198ab00-0000-7000-8000-${String(sequence).padStart(12, '0')}`,
      issuerId: '0198ab00-0000-7000-8000-00000000000a',
      sequence,
      at: '2026-11-28T12:00:00.000Z',
      actor: { type: 'api-key', apiKeyId: '0198ab00-0000-7000-8000-00000000000b' },
      action: 'credential.issued',
      object: { type: 'credential', id: String(sequence) },
      requestId: null,
      details: {},
      previous: entries.at(-1)?.hash ?? NO_PREVIOUS,
    });
    entries.push({ ...entry, hash: hashAuditEntry(entry) });
  }
  return entries;
}

const head = ({ sequence, hash }: AuditHead): string => `${sequence}:${hash}`;
const ndjson = (entries: readonly unknown[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
let files = 0;
const check = async (entries: readonly unknown[], ...options: string[]) => {
  files += 1;
  return run('audit', 'check', await file(`audit-${files}.ndjson`, ndjson(entries)), ...options);
};

describe('proofmark audit check', () => {
  it('says of a whole log how long it is, and which head to note', async () => {
    const entries = log(3);
    const { code, out } = await check(entries);
    expect(code).toBe(0);
    expect(out).toBe(
      `✓ The audit log is whole: 3 entries.\nNote this head for the next check, somewhere else: --head ${head(entries[2]!)}\n`,
    );
  });

  it.each<[string, (entries: AuditEntry[]) => unknown[], string]>([
    ['altered', (all) => all.map((entry) => (entry.sequence === 2 ? { ...entry, at: '2020-01-01T00:00:00.000Z' } : entry)), 'Entry 2'],
    ['missing', (all) => all.filter(({ sequence }) => sequence !== 2), 'Entry 3'],
    ['moved', ([a, b, c, ...rest]) => [a, c, b, ...rest], 'Entry 2'],
    ['malformed', ([a, ...rest]) => [a, 'x', ...rest], 'Entry 1'],
  ])('finds an entry that is %s', async (fault, change, place) => {
    const { code, out } = await check(change(log(5)));
    expect([code, out]).toEqual([1, expect.stringContaining(place)]);
    const json = JSON.parse((await check(change(log(5)), '--json')).out);
    expect(json).toMatchObject({ whole: false, findings: expect.arrayContaining([expect.objectContaining({ fault })]) });
  });

  it('finds a log that was cut off, by a head that was noted before', async () => {
    const entries = log(5);
    expect((await check(entries.slice(0, 3))).code).toBe(0);
    const { code, out } = await check(entries.slice(0, 3), '--head', head(entries[4]!));
    expect([code, out]).toEqual([1, expect.stringContaining('Entry 3: here the log ends, before the head that you noted.')]);
    expect((await check([], '--head', head(entries[4]!))).code).toBe(1);
    expect((await check(entries, '--head', head(entries[2]!))).code).toBe(0);
  });

  it('finds a log that was written anew as a whole, by a head that was noted before', async () => {
    const noted = head(log(5)[3]!);
    const anew = log(6, (entry) => (entry.sequence === 2 ? { ...entry, requestId: 'another' } : entry));
    expect((await check(anew)).code).toBe(0);
    const { code, out } = await check(anew, '--head', noted);
    expect([code, out]).toEqual([1, expect.stringContaining('Entry 4: it is another entry than the one that you noted.')]);
  });

  it('goes on from a head that was noted before', async () => {
    const entries = log(5);
    expect((await check(entries.slice(2), '--after', head(entries[1]!))).code).toBe(0);
    expect((await check([], '--after', head(entries[4]!), '--head', head(entries[4]!))).code).toBe(0);
    expect((await check(entries.slice(3), '--after', head(entries[1]!))).out).toContain('Entry 4: entries before it are missing');
    const other = head(log(5, (entry) => ({ ...entry, requestId: 'another' }))[1]!);
    expect((await check(entries.slice(2), '--after', other)).out).toContain('Entry 3: it does not continue the entry before it');
    expect((await check(entries.slice(2))).out).toContain('Entry 3: entries before it are missing');
  });

  it('lists a hundred findings and counts the others', async () => {
    const { out } = await check(log(150).map((entry) => ({ ...entry, requestId: 'x' })));
    expect(out).toContain('Entry 100:');
    expect(out).not.toContain('Entry 101:');
    expect(out).toContain('And 50 more.');
  });

  it('reads a service page by page', async () => {
    const entries = log(4);
    const asked: string[] = [];
    vi.stubEnv('PROOFMARK_API_KEY', 'pm_admin_x');
    vi.stubGlobal('fetch', async (url: URL) => {
      asked.push(url.search);
      const after = Number(url.searchParams.get('after'));
      const data = entries.slice(after, after + 2);
      return Response.json({ data, next: after + 2 < entries.length ? String(after + 2) : null });
    });
    expect((await run('audit', 'check', '--issuer', 'acme')).out).toContain('4 entries');
    expect(asked).toEqual(['?limit=100&after=0&issuer=acme', '?limit=100&after=2&issuer=acme']);
    expect((await run('audit', 'check', '--service', '--after', head(entries[1]!))).out).toContain('2 entries');
    expect(asked.at(-1)).toBe('?limit=100&after=2&service=true');
  });

  it('explains wrong usage', async () => {
    for (const args of [
      ['no-such-file'],
      ['x', '--head', '5'],
      ['x', '--after', `5:${'A'.repeat(64)}`],
      ['x', '--issuer', 'acme'],
      ['--service', '--issuer', 'acme'],
    ]) {
      expect((await run('audit', 'check', ...args)).code, args.join(' ')).toBe(64);
    }
  });
});
