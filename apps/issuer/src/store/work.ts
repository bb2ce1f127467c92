import { type Kysely, sql } from 'kysely';
import { type CredentialKey, FOUND_UNCOMPARED, type RecheckResult, type WorkRepository } from '../issuing/life-ports.js';
import type { Database } from './database.js';

const COLUMNS = ['piece', 'at', 'same_bytes', 'reason'] as const;

export function workRepository(db: Kysely<Database>): WorkRepository {
  const watched = ({ issuerId, credentialId }: CredentialKey) => ({ issuer_id: issuerId, credential_id: credentialId });
  return {
    async watch(badge, dueAt) {
      await db
        .insertInto('work_watch')
        .values({ ...watched(badge), due_at: dueAt })
        .onConflict((conflict) => conflict.columns(['issuer_id', 'credential_id']).doNothing())
        .execute();
    },
    async unwatch(badge) {
      await db
        .deleteFrom('work_watch')
        .where((eb) => eb.and(watched(badge)))
        .execute();
    },
    async hasten(badge, at) {
      await db
        .updateTable('work_watch')
        .set({ due_at: at })
        .where((eb) => eb.and(watched(badge)))
        .where('due_at', '>', at)
        .execute();
    },
    async takeDue(limit, now, next) {
      const due = sql<{ issuer_id: string; credential_id: string }>`
        SELECT issuer_id, credential_id FROM work_watch WHERE due_at <= ${now}
        ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
      const { rows } = await sql<{ issuer_id: string; credential_id: string }>`
        WITH due AS (${due}),
        ended AS (
          DELETE FROM work_watch w USING due d, credential c
          WHERE w.issuer_id = d.issuer_id AND w.credential_id = d.credential_id
            AND c.issuer_id = d.issuer_id AND c.id = d.credential_id AND c.valid_until < ${now}
          RETURNING w.credential_id)
        UPDATE work_watch w SET due_at = ${next} FROM due d
        WHERE w.issuer_id = d.issuer_id AND w.credential_id = d.credential_id
          AND d.credential_id NOT IN (SELECT credential_id FROM ended)
        RETURNING w.issuer_id, w.credential_id`.execute(db);
      return rows.map((row) => ({ issuerId: row.issuer_id, credentialId: row.credential_id }));
    },
    async append(badge, looks) {
      if (looks.length === 0) return;
      const rows = looks.map(({ piece, at, sameBytes, reason }) => ({ ...watched(badge), piece, at, same_bytes: sameBytes, reason }));
      await db.insertInto('work_look').values(rows).execute();
    },
    async newest({ issuerId, credentialId }, each) {
      const { rows } = await sql<Look>`
        SELECT piece, at, same_bytes, reason FROM (
          SELECT *, row_number() OVER (PARTITION BY piece ORDER BY seq DESC) AS nth FROM work_look
          WHERE issuer_id = ${issuerId} AND credential_id = ${credentialId}) l
        WHERE nth <= ${each} ORDER BY piece, seq DESC`.execute(db);
      return rows.map(toLook);
    },
    async standing(badge) {
      const rows = await db
        .selectFrom('work_look')
        .distinctOn('piece')
        .select(COLUMNS)
        .where((eb) => eb.and(watched(badge)))
        .where((eb) => eb.or([eb('same_bytes', '<>', 'not-checked'), eb('reason', 'in', [...FOUND_UNCOMPARED])]))
        .orderBy('piece')
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(toLook);
    },
  };
}

interface Look {
  readonly piece: number;
  readonly at: Date;
  readonly same_bytes: RecheckResult['sameBytes'];
  readonly reason: string | null;
}

function toLook({ piece, at, same_bytes, reason }: Look): RecheckResult {
  return { piece, at, sameBytes: same_bytes, reason };
}
