import { gunzipSync } from 'node:zlib';
import { mapLimited } from '@proofmark/primitives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import type { CredentialRecord, StatusPurpose } from '../../store/index.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import type { KeyStore } from '../ports.js';
import type { UseCases } from '../use-cases.js';
import { listsThatDiffer } from './rebuild-lists.js';
import { bitsOfJournal } from './status-list.js';

// T23: the bits beside the lists, changed in place, by many at once.

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

const issue = async (): Promise<CredentialRecord> => {
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
};
const issueMany = (count: number): Promise<CredentialRecord[]> => mapLimited(8, [...Array(count).keys()], issue);

/** Use cases whose signatures are counted. */
function counting(): { readonly useCases: UseCases; readonly signatures: () => number } {
  let count = 0;
  const { keys } = issuing.foundation;
  const counted: KeyStore = {
    ...keys,
    async signer(id) {
      const signer = await keys.signer(id);
      if (typeof signer === 'string') return signer;
      return {
        ...signer,
        sign(data) {
          count += 1;
          return signer.sign(data);
        },
      };
    },
  };
  return { useCases: issuing.with({ keys: counted }), signatures: () => count };
}

/** What the served list says, its stored bits, and what the journal says: the indices that are set. */
async function threeWays(listId: number, purpose: StatusPurpose): Promise<readonly (readonly number[])[]> {
  const table = purpose === 'revocation' ? 'status_list_document' : 'suspension_list_document';
  const { rows } = await issuing.database.pool.query(`SELECT body, bits FROM ${table} WHERE status_list_id = $1`, [listId]);
  const { encodedList, statusPurpose } = JSON.parse(rows[0].body).credentialSubject;
  expect(statusPurpose).toBe(purpose);
  const list = { issuerId: acme.issuer.id, listId, purpose };
  const journal = await bitsOfJournal(issuing.store, list, 131_072);
  return [gunzipSync(Buffer.from(encodedList.slice(1), 'base64url')), rows[0].bits, journal].map(indicesOf);
}

function indicesOf(bytes: Uint8Array): readonly number[] {
  return [...bytes].flatMap((byte, at) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => at * 8 + bit));
}

describe('the bits of a list', () => {
  it('are those of the journal and of the served list after random changes by two processes', async () => {
    const badges = await issueMany(30);
    const pool = createPool(issuing.database.url);
    const both = [issuing.useCases, testProcess(pool, { keys: issuing.foundation.keys }).useCases] as const;
    const { actor } = acme;
    const expected = { revoked: new Set<number>(), suspended: new Set<number>() };
    // Each badge has its own order of changes; the badges change at the same time.
    await mapLimited(10, badges, async ({ id: credentialId, statusIndex }, n) => {
      for (const step of ['suspend', 'resume', 'suspend', 'nothing', 'revoke', 'suspend'].slice(0, 1 + ((n * 7) % 6))) {
        const { suspendCredential, resumeCredential, revokeCredential } = both[(n + step.length) % 2] as UseCases;
        const input = { credentialId, reason: `because of ${n}` };
        if (step === 'suspend') {
          const { ok } = await suspendCredential({ actor, input });
          if (ok) expected.suspended.add(statusIndex);
        }
        if (step === 'resume') {
          good(await resumeCredential({ actor, input }));
          expected.suspended.delete(statusIndex);
        }
        if (step === 'revoke') {
          good(await revokeCredential({ actor, input }));
          expected.revoked.add(statusIndex);
        }
      }
    });
    await pool.end();
    const sorted = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
    const { statusListId } = badges[0]!;
    expect(expected.revoked.size).toBeGreaterThan(3);
    expect(expected.suspended.size).toBeGreaterThan(10);
    for (const indices of await threeWays(statusListId, 'revocation')) expect(indices).toEqual(sorted(expected.revoked));
    for (const indices of await threeWays(statusListId, 'suspension')) expect(indices).toEqual(sorted(expected.suspended));
  });

  it('are made anew from the journal when a process of an earlier release has written the document', async () => {
    const [before, after] = await issueMany(2);
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: before!.id } }));
    // Such a process knows the journal and `seq`, and not the bits.
    await issuing.database.pool.query(
      "UPDATE status_list_document SET bits = decode(repeat('00', 16384), 'hex'), seq = seq + 1 WHERE status_list_id = $1",
      [before!.statusListId],
    );
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: after!.id } }));
    const [served, stored, journal] = await threeWays(before!.statusListId, 'revocation');
    expect(served).toEqual(expect.arrayContaining([before!.statusIndex, after!.statusIndex]));
    expect([served, stored]).toEqual([journal, journal]);
  });
});

describe('a list whose bits are not those of its journal', () => {
  it('is found by comparing, and made anew at the next start', async () => {
    const { id, statusListId } = await issue();
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: id } }));
    expect(await listsThatDiffer(issuing.store)).toEqual([]);
    await issuing.database.pool.query(
      "UPDATE status_list_document SET bits = decode(repeat('00', 16384), 'hex') WHERE status_list_id = $1",
      [statusListId],
    );
    const found = await listsThatDiffer(issuing.store);
    expect(found).toEqual([{ issuerId: acme.issuer.id, listId: statusListId, purpose: 'revocation' }]);
    expect(await issuing.useCases.rebuildStatusLists()).toBe(0);
    for (const list of found) await issuing.store.statusLists.distrustBits(list);
    expect(await issuing.useCases.rebuildStatusLists()).toBe(1);
    expect(await listsThatDiffer(issuing.store)).toEqual([]);
    const [served, stored, journal] = await threeWays(statusListId, 'revocation');
    expect([served, stored]).toEqual([journal, journal]);
  });
});

describe('withdrawals of one list that wait together', () => {
  it('share a transaction and a signature, and each has its own journal entry, event and audit entry', async () => {
    const badges = await issueMany(40);
    const { useCases, signatures } = counting();
    const results = await Promise.all(
      badges.map(({ id }, n) => useCases.revokeCredential({ actor: acme.actor, input: { credentialId: id, reason: `reason ${n}` } })),
    );
    expect(results.map((result) => good(result).revoked?.reason)).toEqual(badges.map((_, n) => `reason ${n}`));
    // The first goes at once, those that came meanwhile go together; loading a badge takes a moment, so there may be a third.
    expect(signatures()).toBeLessThan(8);
    const ids = badges.map(({ id }) => id);
    for (const statement of [
      'SELECT credential_id AS id FROM status_event WHERE value AND credential_id = ANY($1)',
      "SELECT credential_id AS id FROM api_event WHERE type = 'credential.revoked' AND credential_id = ANY($1)",
      "SELECT object_id AS id FROM audit_entry WHERE action = 'credential.revoked' AND object_id = ANY($1)",
    ]) {
      const { rows } = await issuing.database.pool.query(statement, [ids]);
      expect(rows.map(({ id }) => id).sort(), statement).toEqual([...ids].sort());
    }
  });

  it('fail each for itself when one of them cannot be written', async () => {
    const badges = await issueMany(6);
    const bad = badges[3]!.id;
    const { store } = issuing.foundation;
    const broken: typeof store = {
      ...store,
      transaction: (work) =>
        store.transaction((tx) =>
          work({
            ...tx,
            audit: {
              ...tx.audit,
              append: async (entry) => (entry.objectId === bad ? Promise.reject(new Error('not written')) : tx.audit.append(entry)),
            },
          }),
        ),
    };
    const useCases = issuing.with({ store: broken });
    const settled = await Promise.allSettled(
      badges.map(({ id }) => useCases.revokeCredential({ actor: acme.actor, input: { credentialId: id } })),
    );
    expect(settled.map(({ status }) => status)).toEqual(badges.map(({ id }) => (id === bad ? 'rejected' : 'fulfilled')));
    const found = await issuing.store.standings.find(
      acme.issuer.id,
      badges.map(({ id }) => id),
    );
    expect(found.filter(({ revoked }) => revoked === null).map(({ id }) => id)).toEqual([bad]);
  });
});

describe('many withdrawals in one request', () => {
  const UNKNOWN = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3eff';

  it('answers each badge with a row of its own, in the order of the request', async () => {
    const beta = await makeTenant(issuing, 'beta');
    const foreign = good(
      await issuing.useCases.issueCredential({
        actor: beta.actor,
        input: { achievementId: beta.achievement.id, body: { recipient: { email: 'bob@example.org' } }, idempotencyKey: null },
      }),
    ).credential;
    const [one, two, gone, erased] = (await issueMany(4)) as [CredentialRecord, CredentialRecord, CredentialRecord, CredentialRecord];
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: gone.id, reason: 'first' } }));
    good(await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased.id } }));
    const credentials = [one, foreign, gone, { id: UNKNOWN }, erased, { id: two.id, reason: 'mine' }, one].map(({ id, ...more }) =>
      'reason' in more ? { id, reason: String(more.reason) } : { id },
    );
    const { useCases, signatures } = counting();
    const request = () => useCases.revokeCredentials({ actor: acme.actor, input: { credentials, reason: 'A course was withdrawn.' } });
    const rows = good(await request());
    expect(rows.map(({ id, result, revoked, problem }) => [id, result, revoked?.reason, problem?.code])).toEqual([
      [one.id, 'revoked', 'A course was withdrawn.', undefined],
      [foreign.id, 'refused', undefined, 'not-found'],
      [gone.id, 'already-revoked', 'first', undefined],
      [UNKNOWN, 'refused', undefined, 'not-found'],
      [erased.id, 'revoked', null, undefined],
      [two.id, 'revoked', 'mine', undefined],
      [one.id, 'already-revoked', 'A course was withdrawn.', undefined],
    ]);
    expect(rows[4]?.erasedAt).toMatch(/^2/);
    expect(signatures()).toBe(1);
    const again = good(await request());
    expect(again.map(({ result }) => result).filter((result) => result === 'revoked')).toEqual([]);
    expect(again[0]?.revoked).toEqual(rows[0]?.revoked);
    expect(signatures()).toBe(1);
    const { rows: audit } = await issuing.database.pool.query(
      "SELECT object_type, details FROM audit_entry WHERE action = 'credentials.revoked'",
    );
    expect(audit).toEqual([{ object_type: 'credentials', details: { count: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
  });

  it('lets an admin key withdraw badges of several issuers', async () => {
    const gamma = await makeTenant(issuing, 'gamma');
    const other = good(
      await issuing.useCases.issueCredential({
        actor: gamma.actor,
        input: { achievementId: gamma.achievement.id, body: { recipient: { email: 'bob@example.org' } }, idempotencyKey: null },
      }),
    ).credential;
    const own = await issue();
    const input = { credentials: [{ id: own.id }, { id: other.id.toUpperCase() }] };
    const rows = good(await issuing.useCases.revokeCredentials({ actor: issuing.admin, input }));
    expect(rows.map(({ id, result }) => [id, result])).toEqual([
      [own.id, 'revoked'],
      [other.id, 'revoked'],
    ]);
  });
});

describe('suspending', () => {
  const standing = async (id: string) => good(await issuing.useCases.getCredential({ actor: acme.actor, input: id }));

  it('keeps the reason and date of the suspension that stands, and takes a new one after it was lifted', async () => {
    const { id: credentialId } = await issue();
    const { suspendCredential, resumeCredential } = issuing.useCases;
    const act = (reason: string) => suspendCredential({ actor: acme.actor, input: { credentialId, reason } });
    const first = good(await act('first')).suspended;
    expect(good(await act('second')).suspended).toEqual(first);
    expect(good(await resumeCredential({ actor: acme.actor, input: { credentialId } })).suspended).toBeNull();
    expect((await standing(credentialId)).credential.suspended).toBeNull();
    expect(good(await act('third')).suspended?.reason).toBe('third');
    expect((await standing(credentialId)).credential.suspended?.reason).toBe('third');
    const { rows } = await issuing.database.pool.query(
      'SELECT value, purpose, reason FROM status_event WHERE credential_id = $1 ORDER BY seq',
      [credentialId],
    );
    expect(rows.map(({ value, purpose, reason }) => [purpose, value, reason])).toEqual([
      ['suspension', true, 'first'],
      ['suspension', false, null],
      ['suspension', true, 'third'],
    ]);
  });

  it('changes nothing for a badge that is not suspended, and is refused for one that was revoked or erased', async () => {
    const [kept, revoked, erased] = (await issueMany(3)) as [CredentialRecord, CredentialRecord, CredentialRecord];
    const { suspendCredential, resumeCredential, revokeCredential, eraseCredential } = issuing.useCases;
    const of = ({ id: credentialId }: CredentialRecord) => ({ actor: acme.actor, input: { credentialId } });
    expect(good(await resumeCredential(of(kept))).suspended).toBeNull();
    good(await suspendCredential(of(revoked)));
    good(await revokeCredential(of(revoked)));
    good(await eraseCredential(of(erased)));
    for (const act of [suspendCredential, resumeCredential]) {
      expect([codeOf(await act(of(revoked))), codeOf(await act(of(erased)))]).toEqual(['conflict', 'gone']);
    }
  });

  it('refuses to renew a badge while it is suspended', async () => {
    const { id: credentialId } = await issue();
    good(await issuing.useCases.suspendCredential({ actor: acme.actor, input: { credentialId } }));
    const renew = () => issuing.useCases.renewCredential({ actor: acme.actor, input: { credentialId, body: {}, idempotencyKey: null } });
    expect(codeOf(await renew())).toBe('conflict');
  });
});
