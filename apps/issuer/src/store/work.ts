import { type Kysely, sql } from 'kysely';
import type { CredentialKey, RecheckResult } from './records.js';
import type { Tables } from './schema/tables.js';

/** When the work behind badges is looked at, and what was found. */
export function workRepository(db: Kysely<Tables>) {
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
     * date are taken off the list instead. Others who take at the same time get others.
     */
    async takeDue(limit: number, now: Date, next: Date): Promise<readonly CredentialKey[]> {
      const { rows } = await sql<CredentialKey>`
        WITH due AS (
          SELECT issuer_id, credential_id FROM work_watch WHERE due_at <= ${now}
          ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED),
        ended AS (
          DELETE FROM work_watch w USING due d, credential c
          WHERE w.issuer_id = d.issuer_id AND w.credential_id = d.credential_id
            AND c.issuer_id = d.issuer_id AND c.id = d.credential_id AND c.valid_until < ${now}
          RETURNING w.credential_id)
        UPDATE work_watch w SET due_at = ${next} FROM due d
        WHERE w.issuer_id = d.issuer_id AND w.credential_id = d.credential_id
          AND d.credential_id NOT IN (SELECT credential_id FROM ended)
        RETURNING w.issuer_id, w.credential_id`.execute(db);
      return rows;
    },
    async append(badge: CredentialKey, looks: readonly RecheckResult[]): Promise<void> {
      if (looks.length === 0) return;
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
