import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import type { CredentialRecord } from '../../store/index.js';
import { judgeProof } from '../evidence/judge.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';

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
    const other = testProcess(pool).useCases;
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
    const broken = issuing.with({ keys: { ...issuing.foundation.keys, signer: async () => 'lost' as const } });
    await expect(revoke(credential.id, 'x', broken)).rejects.toThrow();
    expect(await events(credential.id)).toBe(0);
    expect((await issuing.store.credentials.find(acme.issuer.id, credential.id))!.revoked).toBeNull();
  });
});
