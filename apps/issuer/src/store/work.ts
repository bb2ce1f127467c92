import { type Kysely, sql } from 'kysely';
import { byIssuer } from './distributed/by-issuer.js';
import { type NoteChange, refuseChange } from './public-side/public-changes.js';
import type { CredentialKey, RecheckResult } from './records.js';
import type { Tables } from './schema/tables.js';

/** When the work behind badges is looked at, and what was found. */
export function workRepository(db: Kysely<Tables>, note: NoteChange = refuseChange) {
  const keyOf = ({ issuerId, credentialId }: CredentialKey) => ({ issuerId, credentialId });
  return {
    /** Has the work of a badge looked at from `dueAt` on. */
    async watch(badge: CredentialKey, dueAt: Date): Promise<void> {
      await db
        .insertInto('workWatch')
        .values({ ...keyOf(badge), dueAt })
        .onConflict((conflict) => conflict.columns(['issuerId', 'credentialId']).doNothing())
        .execute();
    },
    /** Has the work of these badges looked at no more. */
    async unwatch(issuerId: string, credentialIds: readonly string[]): Promise<void> {
      await db
        .deleteFrom('workWatch')
        .where('issuerId', '=', issuerId)
        .where(sql<boolean>`credential_id = ANY(${credentialIds}::uuid[])`)
        .execute();
    },
    /** Has the next look come at `at`, if it would come later. */
    async hasten(badge: CredentialKey, at: Date): Promise<void> {
      await db
        .updateTable('workWatch')
        .set({ dueAt: at })
        .where((eb) => eb.and(keyOf(badge)))
        .where('dueAt', '>', at)
        .execute();
    },
    /**
     * Takes badges of every issuer that are due, the longest due first, and puts their next look off until `next`. Those that are out of
     * date are taken off the list instead. What others take at the same time is left to them: then more may be due than was taken.
     */
    async takeDue(limit: number, now: Date, next: Date): Promise<{ readonly taken: readonly CredentialKey[]; readonly more: boolean }> {
      const due = await db
        .selectFrom('workWatch')
        .select(['issuerId', 'credentialId'])
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(limit)
        .execute();
      const taken: CredentialKey[] = [];
      for (const [issuerId, badges] of byIssuer(due)) {
        const ids = badges.map(({ credentialId }) => credentialId);
        for (const credentialId of await takeOf(db, issuerId, ids, now, next)) taken.push({ issuerId, credentialId });
      }
      return { taken, more: due.length === limit && taken.length > 0 };
    },
    async append(badge: CredentialKey, looks: readonly RecheckResult[]): Promise<void> {
      if (looks.length === 0) return;
      note(badge.issuerId, 'credential', [badge.credentialId]);
      const rows = looks.map(({ piece, at, sameBytes, reason }) => ({ ...keyOf(badge), piece, at, sameBytes, reason }));
      await db.insertInto('workLook').values(rows).execute();
    },
    /** The newest looks at each piece, newest first. */
    async newest({ issuerId, credentialId }: CredentialKey, each: number): Promise<readonly RecheckResult[]> {
      const { rows } = await sql<RecheckResult>`
        SELECT piece, at, same_bytes, reason FROM (
          SELECT *, row_number() OVER (PARTITION BY piece ORDER BY seq DESC) AS nth FROM work_look
          WHERE issuer_id = ${issuerId} AND credential_id = ${credentialId}) l
        WHERE nth <= ${each} ORDER BY piece, seq DESC`.execute(db);
      return rows;
    },
    /** Of each piece the newest look that gave an answer: all but `not-checked`, unless for one of these reasons. */
    async standing(badge: CredentialKey, answers: readonly string[]): Promise<readonly RecheckResult[]> {
      return db
        .selectFrom('workLook')
        .distinctOn('piece')
        .select(['piece', 'at', 'sameBytes', 'reason'])
        .where((eb) => eb.and(keyOf(badge)))
        .where((eb) => eb.or([eb('sameBytes', '<>', 'not-checked'), eb('reason', 'in', answers)]))
        .orderBy('piece')
        .orderBy('seq', 'desc')
        .execute();
    },
  };
}

/** Of these badges of one issuer those that are still due and that nobody else takes. */
async function takeOf(db: Kysely<Tables>, issuerId: string, ids: readonly string[], now: Date, next: Date): Promise<readonly string[]> {
  const { rows } = await sql<Pick<CredentialKey, 'credentialId'>>`
    WITH due AS (
      SELECT credential_id FROM work_watch
      WHERE issuer_id = ${issuerId} AND credential_id = ANY(${ids}::uuid[]) AND due_at <= ${now} FOR UPDATE SKIP LOCKED),
    ended AS (
      DELETE FROM work_watch w USING due d, credential c
      WHERE w.issuer_id = ${issuerId} AND w.credential_id = d.credential_id
        AND c.issuer_id = ${issuerId} AND c.id = d.credential_id AND c.valid_until < ${now}
      RETURNING w.credential_id)
    UPDATE work_watch w SET due_at = ${next} FROM due d
    WHERE w.issuer_id = ${issuerId} AND w.credential_id = d.credential_id
      AND d.credential_id NOT IN (SELECT credential_id FROM ended)
    RETURNING w.credential_id`.execute(db);
  return rows.map(({ credentialId }) => credentialId);
}
