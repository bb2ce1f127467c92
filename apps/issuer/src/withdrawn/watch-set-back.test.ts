import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing/issuing.fixture.js';
import type { NotedList } from '../issuing/status-lists/set-back.js';
import { createLogger } from '../server/logger.js';
import type { CredentialRecord } from '../store/index.js';
import { readNotes } from './note-file.js';
import { type SetBackWatch, watchSetBack } from './watch-set-back.js';

// T23: what a restore takes away from the database is said, by the process that had withdrawn it.

let issuing: Issuing;
let acme: Tenant;
let dataDir: string;
let watch: SetBackWatch;
let told: Record<string, unknown>[];
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'proofmark-set-back-'));
  told = [];
  issuing = await startIssuing({ published: (changes) => watch.published(changes) });
  watch = newWatch();
  acme = await makeTenant(issuing, 'acme');
});
afterEach(async () => {
  await watch.close();
  await issuing.close();
  rmSync(dataDir, { recursive: true });
});

const newWatch = (lists: () => readonly NotedList[] = () => [], interval: number | null = null): SetBackWatch =>
  watchSetBack({
    store: issuing.store,
    baseUrl: 'https://badges.example',
    dataDir,
    logger: createLogger('warn', (line) => void told.push(JSON.parse(line))),
    lists,
    interval,
  });

async function issue(): Promise<CredentialRecord> {
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
}
const revoke = async ({ id }: CredentialRecord) =>
  good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: id } }));

/** What the journal does not have after a restore. */
async function forget(...badges: readonly CredentialRecord[]): Promise<void> {
  const client = await issuing.database.pool.connect();
  await client.query("SET session_replication_role = 'replica'");
  const ids = badges.map(({ id }) => id);
  await client.query('DELETE FROM status_event WHERE credential_id = ANY($1)', [ids]);
  await client.query('UPDATE credential SET revoked_at = NULL WHERE id = ANY($1)', [ids]);
  client.release(true);
}

/** As at the next start. */
async function restart(lists: readonly NotedList[] = []): Promise<void> {
  await watch.close();
  watch = newWatch(() => lists);
  await watch.check();
}

describe('withdrawals that a restored database does not have', () => {
  it('are named at the next start, and no more once they are made again', async () => {
    const [kept, lost, other] = [await issue(), await issue(), await issue()];
    for (const badge of [kept, lost, other]) await revoke(badge);
    await restart();
    expect([told, watch.warnings()]).toEqual([[], []]);

    await forget(lost, other);
    await restart();
    expect(told).toEqual([
      expect.objectContaining({
        level: 'error',
        count: 2,
        issuers: [acme.issuer.id],
        badges: expect.arrayContaining([lost.id, other.id]),
        msg: expect.stringContaining('withdrawals are missing from the database'),
      }),
    ]);
    expect(watch.warnings()).toEqual(['withdrawals-missing']);
    const lines = readFileSync(join(dataDir, 'withdrawn', 'missing.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('issuer,entry,badge,list,index,purpose,set,time');
    expect(lines.filter((line) => line.includes(`,${lost.statusListId},${lost.statusIndex},revocation,1,`))).toHaveLength(1);

    for (const badge of [lost, other]) await revoke(badge);
    told.length = 0;
    await restart();
    expect([told, watch.warnings(), existsSync(join(dataDir, 'withdrawn', 'missing.csv'))]).toEqual([[], [], false]);
  });

  it('are named by the process that runs on, until they are made again', async () => {
    await watch.close();
    watch = newWatch(() => [], 20);
    await watch.check();
    const [kept, lost] = [await issue(), await issue()];
    for (const badge of [kept, lost]) await revoke(badge);
    // What a process never saw, it cannot miss.
    await expect.poll(() => readNotes(join(dataDir, 'withdrawn')).length).toBe(2);
    await forget(lost);
    await expect.poll(() => watch.warnings()).toEqual(['withdrawals-missing']);
    expect(told).toEqual([expect.objectContaining({ level: 'error', count: 1, badges: [lost.id] })]);
    await revoke(lost);
    await expect.poll(() => watch.warnings()).toEqual([]);
    expect(told).toHaveLength(1);
  });

  it('are noted again when their numbers are given a second time', async () => {
    const [first, second] = [await issue(), await issue()];
    for (const badge of [first, second]) await revoke(badge);
    const { rows } = await issuing.database.pool.query('SELECT min(seq) AS seq FROM status_event');
    await forget(first, second);
    await issuing.database.pool.query("SELECT setval(pg_get_serial_sequence('status_event', 'seq'), $1, false)", [rows[0].seq]);
    await watch.check();
    expect(watch.warnings()).toEqual(['withdrawals-missing']);
    await revoke(second);
    await forget(second);
    await restart();
    expect(told.at(-1)).toMatchObject({ count: 2 });
  });

  it('are named when the journal gave their numbers to other badges since', async () => {
    const [lost, later] = [await issue(), await issue()];
    await revoke(lost);
    const { rows } = await issuing.database.pool.query('SELECT seq FROM status_event WHERE credential_id = $1', [lost.id]);
    await forget(lost);
    await issuing.database.pool.query("SELECT setval(pg_get_serial_sequence('status_event', 'seq'), $1, false)", [rows[0].seq]);
    await revoke(later);
    await restart();
    expect(told).toEqual([expect.objectContaining({ count: 1, badges: [lost.id] })]);
  });
});

describe('places that a restored database does not have', () => {
  it('stay named when the process has given their list up', async () => {
    const { statusListId: listId } = await issue();
    let lists: readonly NotedList[] = [{ issuerId: acme.issuer.id, listId, taken: 512 }];
    await watch.close();
    watch = newWatch(() => lists, 10);
    await watch.check();
    lists = [];
    const asked = vi.spyOn(issuing.store.journal, 'taken');
    await expect.poll(() => asked.mock.calls.length).toBeGreaterThan(2);
    expect([watch.warnings(), told.length]).toEqual([['places-missing'], 1]);
  });

  it('are named with their list', async () => {
    const { statusListId: listId } = await issue();
    const list = { issuerId: acme.issuer.id, listId, taken: 256 };
    await restart([list]);
    expect(told).toEqual([]);
    await restart([
      { ...list, taken: 512 },
      { ...list, listId: listId + 1 },
    ]);
    const url = `https://badges.example/issuers/acme/status/${listId}`;
    expect(told).toEqual([
      expect.objectContaining({ level: 'error', list: url, taken: 512, known: 256 }),
      expect.objectContaining({ taken: 256, known: 0 }),
    ]);
    expect(watch.warnings()).toEqual(['places-missing']);
  });
});
