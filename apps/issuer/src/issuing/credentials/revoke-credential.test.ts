import { gunzipSync } from 'node:zlib';
import { mapLimited } from '@proofmark/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import type { CredentialRecord } from '../../store/index.js';
import { judgeProof } from '../evidence/judge.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import { takeStatusPlace } from '../status-lists/status-list.js';

// T23: the journal of withdrawals, and the lists that are made of it.

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

async function issued(): Promise<CredentialRecord> {
  const body = { recipient: { email: 'ada@example.org' } };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
}

function revoke(credentialId: string, reason?: string, useCases = issuing.useCases) {
  return useCases.revokeCredential({ actor: acme.actor, input: { credentialId, reason } });
}

/** The indices that the stored, signed list has set. Bits are read by hand: bit 0 is the highest of the first byte. */
async function signedIndices(listId: number): Promise<number[]> {
  const { rows } = await issuing.database.pool.query('SELECT body FROM status_list_document WHERE status_list_id = $1', [listId]);
  const list = JSON.parse(rows[0].body);
  const keys = await issuing.store.signingKeys.list(acme.issuer.id);
  expect(await judgeProof(list, acme.issuer.did, keys)).toEqual({ verified: true });
  const bytes = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  expect(bytes.length).toBe(16_384);
  return [...bytes].flatMap((byte, at) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => at * 8 + bit));
}

async function events(id: string): Promise<number> {
  const { rows } = await issuing.database.pool.query('SELECT count(*)::int AS n FROM status_event WHERE credential_id = $1', [id]);
  return rows[0].n;
}

describe('revoking a badge', () => {
  it('sets the bit of the revoked badge in the signed list and no other bit', async () => {
    const [kept, gone] = [await issued(), await issued()];
    expect(await signedIndices(kept.statusListId)).toEqual([]);
    const revoked = good(await revoke(gone.id, 'Not their own work.'));
    expect(revoked.revoked!.reason).toBe('Not their own work.');
    expect(await signedIndices(gone.statusListId)).toEqual([gone.statusIndex]);
    expect(gone.statusIndex).not.toBe(kept.statusIndex);
  });

  it('keeps the first reason and date when a badge is revoked twice', async () => {
    const credential = await issued();
    const first = good(await revoke(credential.id, 'first'));
    expect(good(await revoke(credential.id, 'second')).revoked).toEqual(first.revoked);
    expect(await events(credential.id)).toBe(1);
  });

  it('writes every one of twenty concurrent revocations through two processes exactly once', async () => {
    const badges = await Promise.all(Array.from({ length: 10 }, issued));
    const pool = createPool(issuing.database.url);
    const other = testProcess(pool, { keys: issuing.foundation.keys }).useCases;
    const results = await Promise.all(badges.flatMap(({ id }) => [revoke(id), revoke(id, 'too', other)]));
    await pool.end();
    expect(new Set(results.map(codeOf))).toEqual(new Set(['ok']));
    const set = await signedIndices(badges[0]!.statusListId);
    for (const { id, statusIndex } of badges) {
      expect(set).toContain(statusIndex);
      expect(await events(id)).toBe(1);
    }
  });

  it('refuses every change to the journal of revocations', async () => {
    for (const statement of ['DELETE FROM status_event', 'UPDATE status_event SET value = false']) {
      await expect(issuing.database.pool.query(statement)).rejects.toThrow('append-only');
    }
  });

  it('writes nothing when the status list cannot be signed', async () => {
    const credential = await issued();
    const broken = issuing.with({ keys: { ...issuing.foundation.keys, signer: async () => null } });
    await expect(revoke(credential.id, 'x', broken)).rejects.toThrow();
    expect(await events(credential.id)).toBe(0);
    expect((await issuing.store.credentials.find(acme.issuer.id, credential.id))!.revoked).toBeNull();
  });
});

describe('the places of a status list', () => {
  it('allocates every place once when two processes issue a thousand badges at the same time', async () => {
    const fresh = await makeTenant(issuing, 'thousand');
    const second = createPool(issuing.database.url);
    const processes = [issuing.database.pool, second].map((pool) => testProcess(pool, { keys: issuing.foundation.keys }).foundation);
    // As many at once as both pools have connections: more would only wait for one, on a slow machine longer than a pool lets them.
    const places = await mapLimited(40, [...Array(1000).keys()], (at) => {
      const one = processes[at % 2]!;
      return one.store.transaction((tx) => takeStatusPlace(one, tx, fresh.issuer));
    });
    await second.end();
    expect(new Set(places.map(({ listId, index }) => `${listId}/${index}`)).size).toBe(1000);
    expect(new Set(places.map(({ listId }) => listId)).size).toBe(1);
    // Random order: neighbours in time are not neighbours in the list.
    const steps = places.slice(1).filter(({ index }, at) => Math.abs(index - places[at]!.index) === 1);
    expect(steps.length).toBeLessThan(10);
  });

  it('opens a new list when the last one is full', async () => {
    const before = await issued();
    await issuing.database.pool.query('UPDATE status_list SET next_position = length WHERE id = $1', [before.statusListId]);
    const [one, two] = await Promise.all([issued(), issued()]);
    expect(one!.statusListId).toBeGreaterThan(before.statusListId);
    expect(two!.statusListId).toBe(one!.statusListId);
    expect(await signedIndices(one!.statusListId)).toEqual([]);
  });

  it('opens a new list after a restore, since another cluster opened the last one', async () => {
    const before = await issued();
    await issuing.database.pool.query("UPDATE status_list SET origin = '1/1' WHERE id = $1", [before.statusListId]);
    expect((await issued()).statusListId).toBeGreaterThan(before.statusListId);
    good(await revoke(before.id));
    expect(await signedIndices(before.statusListId)).toContain(before.statusIndex);
  });
});
