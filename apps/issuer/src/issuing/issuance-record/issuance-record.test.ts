import { readRecordFile, readRecordHead } from '@proofmark/credentials';
import { decodeJwt } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { BASE, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

// T20: the record of what an issuer issued.

let issuing: Issuing;
let acme: Tenant;
let now: Date;
let cases: UseCases;
let tenants = 0;
let people = 0;

beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
beforeEach(async () => {
  tenants += 1;
  acme = await makeTenant(issuing, `acme-${tenants}`);
  now = new Date();
  cases = issuing.with({ clock: { now: () => now } });
});

async function issue(): Promise<CredentialRecord> {
  people += 1;
  const body = { recipient: { email: `person-${people}@example.org` } };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await cases.issueCredential({ actor: acme.actor, input })).credential;
}

const reads = () => publicReads(kyselyOver(issuing.database.pool));
const query = async (sql: string, values: readonly unknown[] = [acme.issuer.id]) =>
  (await issuing.database.pool.query(sql, [...values])).rows as Record<string, unknown>[];
const payloadOf = (token: string): JsonObject => {
  const reading = decodeJwt(token);
  if (!reading.ok) throw new Error(reading.code);
  return reading.jwt.payload;
};
async function fileOf({ statusListId, statusIndex }: Pick<CredentialRecord, 'statusListId' | 'statusIndex'>) {
  const row = await reads().findRecordFile(acme.issuer.id, statusListId, Math.floor(statusIndex / 256));
  return row === null ? null : readRecordFile(payloadOf(row.body));
}
const placeOf = async (badge: CredentialRecord) => (await fileOf(badge))?.places.get(badge.statusIndex);
const headOf = async () => {
  const [head, keys] = await Promise.all([reads().findRecordHead(acme.issuer.id), reads().listRecordKeys(acme.issuer.id)]);
  return head === null ? null : { ...readRecordHead(payloadOf(head.body)), keys: keys ?? [] };
};
const revoke = async (algorithm: 'Ed25519' | 'ES256' = 'Ed25519', by: UseCases = cases) => {
  const key = await issuing.store.signingKeys.active(acme.issuer.id, algorithm);
  return good(await by.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId: key?.id ?? '' } }));
};

describe('the record of an issuer', () => {
  it('has what was issued, within one run of its job, under a key of its own', async () => {
    const badge = await issue();
    expect(await headOf()).toBeNull();
    await cases.recordIssued();
    expect(await placeOf(badge)).toEqual({ tag: expect.stringMatching(/^[\w-]{22}$/), commitment: expect.stringMatching(/^[\w-]{43}$/) });
    const head = await headOf();
    expect(head).toMatchObject({ iss: acme.issuer.did, complete: {} });
    expect(head?.lists).toEqual([
      {
        list: `${BASE}/issuers/${acme.issuer.slug}/status/${badge.statusListId}`,
        files: `${BASE}/issuers/${acme.issuer.slug}/record/${badge.statusListId}`,
      },
    ]);
    expect(head?.keys).toHaveLength(1);
    const published = await reads().listSigningKeys(acme.issuer.id);
    expect(published.map(({ verificationMethod }) => verificationMethod)).not.toContain(head?.keys[0]?.verificationMethod);
    expect(await query('SELECT id FROM record_entry WHERE issuer_id = $1')).toEqual([]);
  });

  it('keeps its salts beside the badges, each its own, and destroys one with its badge', async () => {
    const [one, other] = [await issue(), await issue()];
    await cases.recordIssued();
    const salts = await Promise.all([one, other].map(({ id }) => reads().findRecordSalt(id)));
    expect(salts.map((salt) => salt?.length)).toEqual([16, 16]);
    expect(Buffer.from(salts[0] ?? []).equals(Buffer.from(salts[1] ?? []))).toBe(false);
    const before = await placeOf(one);
    good(await cases.eraseCredential({ actor: acme.actor, input: { credentialId: one.id } }));
    await cases.tendRecords();
    expect([await reads().findRecordSalt(one.id), await placeOf(one)]).toEqual([null, before]);
  });

  it('brings in the badges that were issued before there was a record, and says of erased ones no more than their place', async () => {
    const [old, erased, fresh] = [await issue(), await issue(), await issue()];
    good(await cases.eraseCredential({ actor: acme.actor, input: { credentialId: erased.id } }));
    // As a process of the release before left them.
    await query('DELETE FROM record_entry WHERE issuer_id = $1');
    await query('UPDATE credential SET record_salt = NULL WHERE issuer_id = $1 AND id = ANY($2)', [acme.issuer.id, [old.id, erased.id]]);
    await cases.tendRecords();
    expect(await placeOf(old)).toMatchObject({ commitment: expect.any(String) });
    expect(await placeOf(erased)).toMatchObject({ commitment: null });
    expect((await reads().findRecordSalt(old.id))?.length).toBe(16);
    expect(await query('SELECT id FROM credential WHERE issuer_id = $1 AND record_salt IS NULL')).toEqual([]);
    expect(fresh.id).not.toBe(old.id);
  });

  it('says the same of a badge whether it was recorded when it was issued or later', async () => {
    const badge = await issue();
    await cases.recordIssued();
    const [before, salt] = [await placeOf(badge), await reads().findRecordSalt(badge.id)];
    await query('DELETE FROM record_file WHERE issuer_id = $1');
    await query('UPDATE credential SET record_salt = NULL WHERE issuer_id = $1');
    const fixed = issuing.with({ random: { bytes: (length) => (length === 16 ? Uint8Array.from(salt ?? []) : new Uint8Array(length)) } });
    await fixed.tendRecords();
    expect(await placeOf(badge)).toEqual(before);
  });

  it('is not written twice by two processes at once', async () => {
    const badges = [];
    for (let n = 0; n < 5; n += 1) badges.push(await issue());
    await Promise.all([cases.recordIssued(), cases.recordIssued(), cases.tendRecords()]);
    for (const badge of badges) expect((await placeOf(badge))?.commitment).toEqual(expect.any(String));
    expect((await headOf())?.keys).toHaveLength(1);
  });
});

describe('the record when a key is revoked', () => {
  it('has everything that the key signed before the revocation counts, and orders the job that completes it', async () => {
    await issue();
    await cases.recordIssued();
    const badge = await issue();
    expect(await placeOf(badge)).toBeUndefined();
    const key = await revoke();
    expect((await placeOf(badge))?.commitment).toEqual(expect.any(String));
    expect((await headOf())?.complete).toEqual({});
    expect(await issuing.store.jobs.waiting('tend-records')).toBeGreaterThan(0);
    expect(await cases.tendRecords()).toMatchObject({ incomplete: [] });
    expect(Object.keys((await headOf())?.complete ?? {})).toEqual([key.verificationMethod]);
  });

  it('is complete with a file for every place, each newer than all that were there before', async () => {
    const badge = await issue();
    await cases.recordIssued();
    const before = await fileOf(badge);
    const key = await revoke();
    await cases.tendRecords();
    const since = (await headOf())?.complete?.[key.verificationMethod] ?? 0;
    expect(since).toBeGreaterThan(before?.iat ?? 0);
    for (const block of [0, 255, 511]) {
      const file = await fileOf({ statusListId: badge.statusListId, statusIndex: block * 256 });
      expect([block, file?.iat]).toEqual([block, since]);
    }
    // What is issued later makes no file older, and what was said stays.
    const later = await issue();
    await cases.recordIssued();
    expect((await fileOf(later))?.iat).toBeGreaterThanOrEqual(since);
    expect((await placeOf(badge))?.tag).toBe(before?.places.get(badge.statusIndex)?.tag);
  });

  it('refuses for empty places of lists that are opened later, too: each has all its files at once', async () => {
    await issue();
    const key = await revoke();
    await cases.tendRecords();
    const since = (await headOf())?.complete?.[key.verificationMethod] ?? 0;
    const listId = 2 ** 48 + tenants;
    await query(
      `INSERT INTO status_list (issuer_id, id, purpose, length, permutation_key, origin, created_at)
       SELECT issuer_id, $2, purpose, length, permutation_key, origin, created_at FROM status_list WHERE issuer_id = $1 LIMIT 1`,
      [acme.issuer.id, listId],
    );
    await issue();
    await cases.recordIssued();
    expect((await headOf())?.lists).toHaveLength(2);
    for (const block of [0, 511]) {
      const file = await fileOf({ statusListId: listId, statusIndex: block * 256 });
      expect([block, file?.places.size, (file?.iat ?? 0) >= since]).toEqual([block, 0, true]);
    }
  });

  it('is completed once more for the next key, and not for one that it is complete for', async () => {
    await issue();
    const first = await revoke();
    await cases.tendRecords();
    const head = await headOf();
    await cases.tendRecords();
    expect(await headOf()).toEqual(head);
    const second = await revoke('ES256');
    await cases.tendRecords();
    expect(Object.keys((await headOf())?.complete ?? {}).sort()).toEqual([first.verificationMethod, second.verificationMethod].sort());
  });

  it('never goes back in time when a clock does', async () => {
    const badge = await issue();
    await cases.recordIssued();
    const before = await fileOf(badge);
    now = new Date(now.getTime() - 3_600_000);
    await revoke();
    await cases.tendRecords();
    expect((await fileOf(badge))?.iat).toBeGreaterThan(before?.iat ?? 0);
  });

  it('is signed again by a new record key when its own was revoked', async () => {
    const badge = await issue();
    await cases.recordIssued();
    const own = await issuing.store.signingKeys.recordKey(acme.issuer.id);
    good(await cases.revokeSigningKey({ actor: acme.actor, input: { issuerId: acme.issuer.id, keyId: own?.id ?? '' } }));
    await cases.tendRecords();
    const next = await issuing.store.signingKeys.recordKey(acme.issuer.id);
    expect(next?.id).not.toBe(own?.id);
    const rows = await query('SELECT DISTINCT signing_key_id FROM record_file WHERE issuer_id = $1');
    expect(rows).toEqual([{ signing_key_id: next?.id }]);
    expect((await headOf())?.keys.map(({ revoked }) => revoked === null)).toEqual([true, false]);
    expect((await placeOf(badge))?.commitment).toEqual(expect.any(String));
    expect((await issuing.store.signingKeys.active(acme.issuer.id, 'Ed25519'))?.purpose).toBe('assertion');
  });

  it('does not hinder the revocation when the record key is lost', async () => {
    await issue();
    await cases.recordIssued();
    const own = await issuing.store.signingKeys.recordKey(acme.issuer.id);
    if (own !== null) await issuing.foundation.keys.destroy(own);
    await issue();
    expect((await revoke()).revokedAt).not.toBeNull();
    const { lost, incomplete } = await cases.tendRecords();
    expect([lost.includes(acme.issuer.id), incomplete.includes(acme.issuer.id)]).toEqual([true, true]);
  });
});
