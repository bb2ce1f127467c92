import { mapLimited } from '@proofmark/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryMarks } from '../../place-marks/memory-marks.fixture.js';
import { createPool } from '../../store/database/pool.js';
import { postgresStore } from '../../store/postgres-store.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { Store } from '../ports.js';
import { MarkError, type PlaceMarks } from './place-marks.js';
import { type LeasedPlaces, statusPlaces } from './places.js';
import type { StatusPlace } from './status-list.js';

// T10: a place of a status list is never used twice, and its number does not tell when.

let issuing: Issuing;
let acme: Tenant;
let count = 0;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
async function newTenant(): Promise<Tenant> {
  count += 1;
  return makeTenant(issuing, `tenant-${count}`);
}

/** A process with a clock that the test moves on. */
function newProcess(marks: PlaceMarks = memoryMarks(), store: Store = issuing.store): LeasedPlaces & { later(): void } {
  let now = 0;
  const places = statusPlaces({ ...issuing.foundation, store, marks }, () => now);
  return {
    ...places,
    later() {
      now += 1000;
    },
  };
}
const take = async (process: LeasedPlaces, many = 1): Promise<readonly StatusPlace[]> => process.take(acme.issuer, many);
const listOf = async (process: LeasedPlaces): Promise<number> => (await take(process))[0]!.listId;
const query = (text: string, values: readonly unknown[] = []) => issuing.database.pool.query(text, [...values]);
const position = async (listId: number): Promise<number> =>
  (await query('SELECT next_position FROM status_list WHERE id = $1', [listId])).rows[0].next_position;
const lists = async (): Promise<number> => (await query('SELECT FROM status_list WHERE issuer_id = $1', [acme.issuer.id])).rowCount ?? 0;

describe('the places of a status list', () => {
  it('are given out once when two processes take a thousand at the same time, each in a list of its own', async () => {
    acme = await newTenant();
    const second = createPool(issuing.database.url);
    const processes = [newProcess(), newProcess(memoryMarks(), postgresStore(second))];
    const places = (await mapLimited(40, [...Array(1000).keys()], (at) => take(processes[at % 2]!))).flat();
    await second.end();
    expect(new Set(places.map(({ listId, index }) => `${listId}/${index}`)).size).toBe(1000);
    expect(new Set(places.map(({ listId }) => listId)).size).toBe(2);
    // Random order: neighbours in time are not neighbours in the list.
    const steps = places
      .slice(2)
      .filter(({ index, listId }, at) => places[at]!.listId === listId && Math.abs(index - places[at]!.index) === 1);
    expect(steps.length).toBeLessThan(10);
  });

  it('are taken from the database in blocks of 256, and in a larger one for a batch that wants more', async () => {
    acme = await newTenant();
    const process = newProcess();
    const [first] = await take(process, 256);
    expect(await position(first!.listId)).toBe(256);
    await take(process, 1);
    expect(await position(first!.listId)).toBe(512);
    await take(process, 500);
    expect(await position(first!.listId)).toBe(512 + 256);
    await take(process, 1000);
    expect(await position(first!.listId)).toBe(512 + 256 + 989);
  });

  it('are burnt when their process ends without a word', async () => {
    acme = await newTenant();
    const [before] = await take(newProcess());
    const [after] = await take(newProcess());
    expect(after!.listId).not.toBe(before!.listId);
    expect(await position(before!.listId)).toBe(256);
  });

  it('come from the next list where one is full in the middle of a batch', async () => {
    acme = await newTenant();
    const process = newProcess();
    const marks = memoryMarks();
    const other = newProcess(marks);
    const listId = await listOf(other);
    await query('UPDATE status_list SET next_position = length - 10 WHERE id = $1', [listId]);
    await marks.write(acme.issuer.id, { listId, taken: 131_072 - 10 });
    const again = newProcess(marks);
    const places = await take(again, 30);
    expect(places.filter((place) => place.listId === listId)).toHaveLength(10);
    expect(new Set(places.map((place) => place.listId)).size).toBe(2);
    expect(await listOf(process)).not.toBe(listId);
  });

  it('hold no lock while a badge is made: a place of a list can be had while its row is locked', async () => {
    acme = await newTenant();
    const process = newProcess();
    const listId = await listOf(process);
    const client = await issuing.database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM status_list WHERE id = $1 FOR UPDATE', [listId]);
      expect(await take(process, 100)).toHaveLength(100);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

describe('a database that was set back under a process', () => {
  it.each([
    ['to a state in which the list had fewer places taken', 'UPDATE status_list SET next_position = 256 WHERE id = $1'],
    [
      'to a state before the list was opened',
      'WITH d AS (DELETE FROM status_list_document WHERE status_list_id = $1) DELETE FROM status_list WHERE id = $1',
    ],
    ['to a state in which another process had the list', "UPDATE status_list SET owner = 'another' WHERE id = $1"],
  ])('%s: is seen within a second, and the process begins another list', async (_, change) => {
    acme = await newTenant();
    const process = newProcess();
    const before = await take(process, 300);
    await query(change, [before[0]!.listId]);
    process.later();
    expect(await listOf(process)).not.toBe(before[0]!.listId);
  });

  it('is seen by the badge that cannot be stored, which is issued with a place of another list', async () => {
    acme = await newTenant();
    const process = newProcess();
    const { issueCredential } = issuing.with({ places: process });
    const [before] = await take(process);
    await query('WITH d AS (DELETE FROM status_list_document WHERE status_list_id = $1) DELETE FROM status_list WHERE id = $1', [
      before!.listId,
    ]);
    const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
    const { credential } = good(await issueCredential({ actor: acme.actor, input }));
    expect(credential.statusListId).not.toBe(before!.listId);
  });

  it('is seen at the next block at the latest', async () => {
    acme = await newTenant();
    const process = newProcess();
    const before = await take(process, 512);
    await query('UPDATE status_list SET next_position = 256 WHERE id = $1', [before[0]!.listId]);
    expect(await listOf(process)).not.toBe(before[0]!.listId);
    expect(await position(before[0]!.listId)).toBe(256);
  });

  it('with another history gets no more of the places that were opened in the earlier one', async () => {
    acme = await newTenant();
    const process = newProcess();
    const before = await take(process, 256);
    await query("UPDATE status_list SET origin = 'another' WHERE id = $1", [before[0]!.listId]);
    expect(await listOf(process)).not.toBe(before[0]!.listId);
  });
});

describe('a list whose process stopped in good order', () => {
  async function released(): Promise<number> {
    acme = await newTenant();
    const process = newProcess();
    const listId = await listOf(process);
    await process.release();
    return listId;
  }

  it('is gone on with by one other process', async () => {
    const listId = await released();
    const others = [newProcess(), newProcess(), newProcess()];
    const found = await Promise.all(others.map(listOf));
    expect(found.filter((id) => id === listId)).toHaveLength(1);
    expect(await position(listId)).toBe(512);
  });

  it('is gone on with after the places that were taken, again and again', async () => {
    acme = await newTenant();
    const places: StatusPlace[] = [];
    for (let round = 0; round < 4; round += 1) {
      const process = newProcess();
      places.push(...(await take(process, 100)));
      await process.release();
    }
    expect(new Set(places.map(({ listId }) => listId)).size).toBe(1);
    expect(new Set(places.map(({ index }) => index)).size).toBe(400);
  });

  it('is not gone on with by the process that released it, but by a new lease', async () => {
    acme = await newTenant();
    const process = newProcess();
    const [before] = await take(process);
    await process.release();
    const [after] = await take(process);
    expect(after!.listId).toBe(before!.listId);
    expect(await position(before!.listId)).toBe(512);
  });

  it('is left alone when its row was written by a restore', async () => {
    const listId = await released();
    // What a restore of the data alone does: the same row, by another transaction.
    const { rows } = await query('SELECT row_to_json(l) AS row FROM status_list l WHERE id = $1', [listId]);
    const client = await issuing.database.pool.connect();
    await client.query("SET session_replication_role = 'replica'");
    await client.query('DELETE FROM status_list WHERE id = $1', [listId]);
    await client.query('INSERT INTO status_list OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_record(NULL::status_list, $1)', [
      JSON.stringify(rows[0].row),
    ]);
    client.release(true);
    expect(await listOf(newProcess())).not.toBe(listId);
    expect(await position(listId)).toBe(256);
  });

  it.each(['released_server', 'origin'])('is left alone when %s is not that of the server that runs now', async (column) => {
    const listId = await released();
    const client = await issuing.database.pool.connect();
    await client.query('BEGIN');
    await client.query(`UPDATE status_list SET ${column} = 'another', released_tx = pg_current_xact_id() WHERE id = $1`, [listId]);
    await client.query('COMMIT');
    client.release();
    expect(await listOf(newProcess())).not.toBe(listId);
  });
});

describe('a mark that cannot be stored', () => {
  const full = (marks: PlaceMarks): PlaceMarks & { free: boolean } => ({
    ...marks,
    free: false,
    async write(...written) {
      if (!this.free) throw new MarkError('the disk is full');
      await marks.write(...written);
    },
  });

  it('leaves the places where they are: no list is opened, and none is taken from', async () => {
    acme = await newTenant();
    const marks = full(memoryMarks());
    const process = newProcess(marks);
    await expect(take(process)).rejects.toThrow(MarkError);
    await expect(take(process)).rejects.toThrow(MarkError);
    expect(await lists()).toBe(0);
    marks.free = true;
    const [first] = await take(process, 256);
    marks.free = false;
    await expect(take(process)).rejects.toThrow(MarkError);
    expect(await position(first!.listId)).toBe(256);
    marks.free = true;
    // The same list goes on: the disk was full, nothing else.
    expect(await listOf(process)).toBe(first!.listId);
  });
});

describe('a process that ends between its mark and the database', () => {
  it('has a mark that is ahead, and begins another list', async () => {
    acme = await newTenant();
    const marks = memoryMarks();
    const listId = await listOf(newProcess(marks));
    await marks.write(acme.issuer.id, { listId, taken: 512 });
    expect(await listOf(newProcess(marks))).not.toBe(listId);
  });

  it('goes on with its list where both agree', async () => {
    acme = await newTenant();
    const marks = memoryMarks();
    const [before] = await take(newProcess(marks));
    const [after] = await take(newProcess(marks));
    expect(after!.listId).toBe(before!.listId);
    expect(after!.index).not.toBe(before!.index);
    expect(await position(before!.listId)).toBe(512);
  });
});

describe('a list that an earlier release made', () => {
  it('gets no more badges, and is signed on under the address that its badges name', async () => {
    acme = await newTenant();
    const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
    const { credential } = good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
    await query(
      `INSERT INTO status_list (issuer_id, id, purpose, length, permutation_key, next_position, origin)
       SELECT issuer_id, 3, purpose, length, permutation_key, 1, '7/1' FROM status_list WHERE id = $1`,
      [credential.statusListId],
    );
    await query(
      `INSERT INTO status_list_document (issuer_id, status_list_id, seq, body, signed_at)
       SELECT issuer_id, 3, 0, '{}', now() FROM status_list_document WHERE status_list_id = $1`,
      [credential.statusListId],
    );
    await query('UPDATE credential SET status_list_id = 3 WHERE id = $1', [credential.id]);
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: credential.id } }));
    const { rows } = await query('SELECT body FROM status_list_document WHERE status_list_id = 3');
    expect(JSON.parse(rows[0].body)).toMatchObject({ id: 'http://localhost:3000/status/3', issuer: acme.issuer.did });
    expect(await listOf(newProcess())).not.toBe(3);
  });
});
