import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { serveMails } from '../badge-mails/mail-stage.fixture.js';
import { codeOf, good, type Issuing, listOf, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { ListCredentialsInput } from './list-credentials.js';

let issuing: Issuing;
let acme: Tenant;
let work: LoopbackServer;
beforeAll(async () => {
  // An archive that is never asked: no worker runs here.
  const silent = { request: () => Promise.reject(new Error('asked')), status: () => Promise.reject(new Error('asked')) };
  issuing = await startIssuing({ sources: { archives: { wayback: silent } } });
  acme = await makeTenant(issuing, 'acme');
  work = await loopbackServer((_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7'));
});
afterAll(async () => {
  await work.close();
  await issuing.close();
});

const EMAIL = 'grace.hopper@example.org';
async function issue(key: string | null = null): Promise<CredentialRecord> {
  const body = {
    recipient: { email: EMAIL, name: 'Grace Hopper' },
    narrative: 'Grace wrote a compiler.',
    evidence: [
      { url: `${work.origin}/grace.pdf`, name: 'Grace’s compiler' },
      { private: true, name: 'Grace’s notes', mediaType: 'text/plain', content: Buffer.from('Grace').toString('base64') } as const,
    ],
    keep: { copy: true, archive: ['wayback'], consent: true } as const,
  };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: key };
  const { credential } = good(await issuing.useCases.issueCredential({ actor: acme.actor, input }));
  await issuing.useCases.recheckCredential({ issuerId: credential.issuerId, credentialId: credential.id }, {});
  return credential;
}
async function show({ id: credentialId }: CredentialRecord): Promise<void> {
  const input = { credentialId, for: 'Hopper & Sons' };
  const { token } = good(await issuing.useCases.createViewingLink({ actor: acme.actor, input }));
  expect(await issuing.useCases.openViewingLink(token)).not.toBeNull();
}
async function claim({ id: credentialId }: CredentialRecord): Promise<void> {
  const { token } = good(await issuing.useCases.createClaimLink({ actor: acme.actor, input: { credentialId } }));
  const claimed = await issuing.useCases.claimBadge(token);
  if (!claimed.claimed) throw new Error('the badge could not be claimed');
  await issuing.useCases.giveConsent(claimed.token, { page: true, search: true, copies: true, archives: true });
  const corrected = await issuing.useCases.proposeCorrection(claimed.token, { name: 'Grace Brewster Hopper', email: '' }, 'en');
  expect(corrected.answer).toBe('waiting');
}
async function endorse({ id: credentialId }: CredentialRecord): Promise<void> {
  const body = { assessor: { name: 'Teacher of Hopper', email: 'teacher@example.org' }, comment: 'Grace did it.' };
  good(await issuing.useCases.endorseCredential({ actor: acme.actor, input: { credentialId, body, idempotencyKey: 'endorsed' } }));
}
async function mail({ issuerId, id: credentialId }: CredentialRecord): Promise<void> {
  good(await issuing.useCases.updateMailSettings({ actor: acme.actor, input: { issuerId, changes: { issued: true } } }));
  good(await issuing.useCases.resendCredential({ actor: acme.actor, input: credentialId }));
  await serveMails(issuing, issuing.useCases);
}
/** Suspends it as one of many, which is kept as an act that can be undone, with a reason that names her. */
async function suspendUndoably({ id }: CredentialRecord): Promise<void> {
  good(await issuing.useCases.revokeUndoably({ actor: acme.actor, input: { credentials: [{ id }], reason: 'Grace asked for it.' } }));
}
/** Reports its issuer from its page; what the report says is sealed. */
async function report({ issuerId, id: credentialId }: CredentialRecord): Promise<void> {
  const content = { text: 'Grace Hopper never took this course.', email: 'grace@example.org' };
  expect(await issuing.useCases.reportIssuer({ issuerId, credentialId, reason: 'untrue', ...content })).toBe('kept');
}
const erase = (credentialId: string, revoke?: boolean) =>
  issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId, revoke } });
const query = async (text: string, values: readonly unknown[] = []) => (await issuing.database.pool.query(text, [...values])).rows;

/** Every table of ours that names a badge, and by which column. WebAuthn calls the id of a passkey so, too. */
async function tablesOfBadges(): Promise<readonly (readonly [string, string])[]> {
  const columns = await query(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'passkey' AND table_name IN (SELECT relname FROM pg_class WHERE NOT relispartition) AND (column_name = 'credential_id' OR (table_name = 'credential' AND column_name = 'id'))`,
  );
  return columns.map(({ table_name, column_name }) => [table_name, column_name]);
}
const rowsOf = ([table, column]: readonly [string, string], id: string) => query(`SELECT * FROM ${table} WHERE ${column} = $1`, [id]);

/** What stays of an erased badge: ids and dates. A new table with a `credential_id` has to be emptied by erasing, or be named here. */
const STAYS = ['credential', 'status_event', 'api_event', 'idempotency', 'bulk_act_badge', 'issuer_report'];

describe('erasing a badge', () => {
  it('removes everything about the person from every table', async () => {
    const badge = await issue('erase-me');
    await endorse(badge);
    const note = 'Grace says that she did it alone.';
    good(await issuing.useCases.requestAssessment({ actor: acme.actor, input: { credentialId: badge.id, note } }));
    await show(badge);
    await claim(badge);
    await mail(badge);
    await suspendUndoably(badge);
    await report(badge);
    const tables = await tablesOfBadges();
    // Filled first, so that the emptiness afterwards says something.
    for (const table of tables.filter(([name]) => name !== 'status_event')) {
      expect((await rowsOf(table, badge.id)).length, table[0]).toBeGreaterThan(0);
    }
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: badge.id, reason: 'Grace asked for it.' } });

    good(await erase(badge.id));
    for (const table of tables) {
      const rows = await rowsOf(table, badge.id);
      if (STAYS.includes(table[0]))
        expect(JSON.stringify(rows), table[0]).not.toMatch(/grace|hopper|example\.org|sha256|127\.0\.0\.1|localhost/i);
      else expect(rows, table[0]).toEqual([]);
    }
    const secrets = [badge.recipientLookup!, Buffer.from(badge.signed!.json)].map((bytes) => Buffer.from(bytes).toString('hex'));
    const [row] = await query('SELECT row_to_json(c)::text AS text FROM credential c WHERE id = $1', [badge.id]);
    for (const secret of secrets) expect(row!.text).not.toContain(secret.slice(0, 40));
    const everywhere = await Promise.all(
      (await query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`)).map(
        async ({ table_name }) => JSON.stringify(await query(`SELECT t::text FROM ${table_name} t`)),
      ),
    );
    expect(everywhere.join()).not.toMatch(/hopper|compiler/i);
    expect(await query('SELECT FROM assessor')).toEqual([]);
  });

  it('keeps the place in the status list and answers that the badge was erased', async () => {
    const badge = await issue();
    const erased = good(await erase(badge.id));
    expect([erased.erasedAt !== null, erased.statusIndex, erased.revoked]).toEqual([true, badge.statusIndex, null]);
    const copy = { issuer_id: badge.issuerId, list: badge.statusListId, index: badge.statusIndex };
    await expect(
      query(
        `INSERT INTO credential (issuer_id, id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, valid_from)
         SELECT issuer_id, gen_random_uuid(), achievement_id, $1, $2, now(), data_integrity_key, jwt_key, now() FROM credential WHERE id = $3`,
        [copy.list, copy.index, badge.id],
      ),
    ).rejects.toThrow('unique');
    expect(codeOf(await issuing.useCases.getCredential({ actor: acme.actor, input: badge.id }))).toBe('gone');
    const list = async (filter: Partial<ListCredentialsInput>) =>
      good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf(filter) })).credentials;
    expect((await list({ state: 'erased' })).map(({ id }) => id)).toContain(badge.id);
    expect((await list({ state: 'current' })).map(({ id }) => id)).not.toContain(badge.id);
    expect((await list({ email: EMAIL })).map(({ id }) => id)).not.toContain(badge.id);
  });

  it('revokes the badge only when asked to, in the same transaction', async () => {
    const [kept, revoked] = [await issue(), await issue()];
    await erase(kept.id);
    const record = good(await erase(revoked.id, true));
    expect(record.revoked).toMatchObject({ reason: null });
    const events = await query('SELECT type FROM api_event WHERE credential_id = $1 ORDER BY tx, n', [revoked.id]);
    expect(events.map(({ type }) => type)).toEqual(['credential.issued', 'credential.revoked', 'credential.erased']);
    expect(await issuing.store.statusLists.setIndices(kept.issuerId, kept.statusListId)).not.toContain(kept.statusIndex);
    expect(await issuing.store.statusLists.setIndices(kept.issuerId, kept.statusListId)).toContain(revoked.statusIndex);
  });

  it('allows a later revocation and keeps no reason for it', async () => {
    const badge = await issue();
    await erase(badge.id);
    const input = { credentialId: badge.id, reason: 'Grace again' };
    expect(good(await issuing.useCases.revokeCredential({ actor: acme.actor, input })).revoked).toMatchObject({ reason: null });
    expect(good(await erase(badge.id, true)).erasedAt).not.toBeNull();
  });

  it('is not undone when the request that made the badge is sent again', async () => {
    const badge = await issue('once');
    await erase(badge.id);
    for (const email of [EMAIL, 'other@example.org']) {
      const body = { recipient: { email, name: 'Grace Hopper' } };
      const input = { achievementId: acme.achievement.id, body, idempotencyKey: 'once' };
      expect(codeOf(await issuing.useCases.issueCredential({ actor: acme.actor, input }))).toBe('gone');
    }
    expect(await issuing.useCases.finishUnsigned()).toEqual({ signed: 0, errors: [] });
    await issuing.useCases.recheckCredential({ issuerId: badge.issuerId, credentialId: badge.id }, {});
    expect(await query('SELECT FROM work_look WHERE credential_id = $1', [badge.id])).toEqual([]);
  });

  it('erases a badge once', async () => {
    const badge = await issue();
    const [first, second] = await Promise.all([erase(badge.id), erase(badge.id)]);
    expect(good(first).erasedAt).toEqual(good(second).erasedAt);
    const events = await query(`SELECT FROM api_event WHERE credential_id = $1 AND type = 'credential.erased'`, [badge.id]);
    expect(events).toHaveLength(1);
  });

  it('leaves other badges unchanged', async () => {
    const [gone, other] = [await issue(), await issue()];
    const before = await Promise.all((await tablesOfBadges()).map((table) => rowsOf(table, other.id)));
    await erase(gone.id);
    expect(await Promise.all((await tablesOfBadges()).map((table) => rowsOf(table, other.id)))).toEqual(before);
  });

  it('is the only operation that may change a journal', async () => {
    const badge = await issue();
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: badge.id, reason: 'x' } });
    await expect(query('UPDATE status_event SET reason = NULL WHERE credential_id = $1', [badge.id])).rejects.toThrow('append-only');
    await erase(badge.id);
    await expect(query('UPDATE status_event SET value = false WHERE credential_id = $1', [badge.id])).rejects.toThrow('append-only');
    await expect(query('DELETE FROM status_event WHERE credential_id = $1', [badge.id])).rejects.toThrow('append-only');
  });

  it('changes the journal of no other badge in its transaction', async () => {
    const [gone, other] = [await issue(), await issue()];
    await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: other.id, reason: 'x' } });
    const client = await issuing.database.pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL proofmark.erasing = '${gone.id}'`);
      await expect(client.query('UPDATE status_event SET reason = NULL WHERE credential_id = $1', [other.id])).rejects.toThrow(
        'append-only',
      );
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
  });
});
