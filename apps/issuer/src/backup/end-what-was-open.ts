import type pg from 'pg';

/**
 * Ends in a restored database what may have been ended, used or sent since the backup: sessions, links that sign in, links that make owners, invitations, claim links
 * that nobody has used, and mails that wait. New ones can be made. A backup of an earlier release lacks some of these tables.
 */
export async function endWhatWasOpen(client: pg.ClientBase, now: Date): Promise<void> {
  for (const [table, statement] of STATEMENTS) {
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [`public.${table}`]);
    if (rows[0]?.there === true) await client.query(statement, statement.includes('$1') ? [now] : []);
  }
}

const STATEMENTS: readonly (readonly [string, string])[] = [
  ['person_session', 'DELETE FROM person_session'],
  ['person_verification', 'DELETE FROM person_verification'],
  ['owner_link', 'UPDATE owner_link SET used_at = $1 WHERE used_at IS NULL'],
  ['invitation', 'UPDATE invitation SET withdrawn_at = $1 WHERE accepted_at IS NULL AND withdrawn_at IS NULL'],
  ['claim_link', 'UPDATE claim_link SET ended_at = $1 WHERE used_at IS NULL AND ended_at IS NULL'],
  ['mail', "UPDATE mail SET state = 'failed', failure = 'restored', sealed = NULL, ended_at = $1 WHERE state IN ('waiting', 'kept')"],
];
