import type pg from 'pg';

/**
 * Ends what was open on the day of the backup, since it may have been used, ended or withdrawn after it: a link that signs in would work a second time, and a mail
 * would be sent twice. New ones can be made. Tables that a backup of an earlier release lacks are passed over.
 */
export async function endWhatWasOpen(client: pg.ClientBase, now: Date): Promise<void> {
  for (const [table, statement] of STATEMENTS) {
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [`public.${table}`]);
    if (rows[0]?.there === true) await client.query(statement, statement.includes('$1') ? [now] : []);
  }
}

/** By table, what ends there. `$1` is the time of the restore. */
const STATEMENTS: readonly (readonly [string, string])[] = [
  ['person_session', 'DELETE FROM person_session'],
  ['person_verification', 'DELETE FROM person_verification'],
  ['sign_in_link', 'DELETE FROM sign_in_link'],
  ['sign_in_request', 'DELETE FROM sign_in_request'],
  ['sign_on_request', 'DELETE FROM sign_on_request'],
  ['passkey_challenge', 'DELETE FROM passkey_challenge'],
  ['owner_link', 'UPDATE owner_link SET used_at = $1 WHERE used_at IS NULL'],
  ['invitation', 'UPDATE invitation SET withdrawn_at = $1 WHERE accepted_at IS NULL AND withdrawn_at IS NULL'],
  ['claim_link', 'UPDATE claim_link SET ended_at = $1 WHERE used_at IS NULL AND ended_at IS NULL'],
  ['learner_request', "UPDATE learner_request SET state = 'ended', proposal = NULL WHERE state = 'open'"],
  ['mail', "UPDATE mail SET state = 'failed', failure = 'restored', sealed = NULL, ended_at = $1 WHERE state IN ('waiting', 'kept')"],
  // A mail that was sent stays so, and is followed by no reminder: its claim link has ended.
  [
    'badge_mail',
    "UPDATE badge_mail SET state = CASE WHEN state = 'sent' THEN state ELSE 'dropped' END, awaited = false, sealed = NULL, ended_at = $1 WHERE state IN ('queued', 'deferred', 'kept') OR awaited",
  ],
  // Events before the restore are passed over: whether their mails went out is not known.
  [
    'mail_settings',
    "UPDATE mail_settings s SET after_tx = coalesce((SELECT max(coalesce(e.tx, e.seq)) FROM api_event e WHERE e.issuer_id = s.issuer_id), after_tx), after_n = 2147483647, after_event = 'ffffffff-ffff-ffff-ffff-ffffffffffff'",
  ],
];
