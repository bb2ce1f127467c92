/** Statements of ours that ask every issuer's rows, and why that is right. */
export interface Exception {
  /** How the statement begins, with single spaces, and what it holds after that, in this order. */
  readonly statement: readonly [string, ...string[]];
  /** Of what is found about it, what is allowed. */
  readonly allows: RegExp;
  readonly reason: string;
}

/** It is sent to every node that holds rows; Citus does not refuse it. */
const EVERY_SHARD = /is asked without issuer_id/;

export const EXCEPTIONS: readonly Exception[] = [
  ...['credential', 'achievement'].map(
    (table): Exception => ({
      statement: [`select "issuer_id" from "${table}" where "id" = $1`],
      allows: EVERY_SHARD,
      reason: 'An id that was made before ids carried a number names no issuer.',
    }),
  ),
  {
    statement: ['select "issuer_id" from "viewing_link" where "token_hash" = $1'],
    allows: EVERY_SHARD,
    reason: 'A link that was made before links carried a number names no issuer.',
  },
  {
    statement: ['select "issuer_id" as "id" from "status_list" where "id" = $1'],
    allows: EVERY_SHARD,
    reason: 'The address of a list that was opened before lists were addressed under their issuer names none.',
  },
  {
    statement: ['select "issuer_id", "credential_id" from "work_watch" where "due_at" <= $1 order by "due_at" limit $2'],
    allows: EVERY_SHARD,
    reason: 'A job looks for what is due, of whichever issuer; it locks and changes rows by issuer.',
  },
  {
    statement: ['select "issuer_id", "owner", "key" from "idempotency" where "created_at" < $1 limit $2'],
    allows: EVERY_SHARD,
    reason: 'A job looks for what has expired, of whichever issuer; it deletes rows by issuer.',
  },
  {
    statement: ['select distinct "issuer_id" from "audit_entry" where "seq" is null'],
    allows: EVERY_SHARD,
    reason: 'A job looks for logs that are not sealed; it seals each by issuer.',
  },
  ...['"credential" where "record_salt" is null', '"record_entry"'].map(
    (from): Exception => ({
      statement: [`select distinct "issuer_id" from ${from}`],
      allows: EVERY_SHARD,
      reason: 'A job looks for records that are not complete, of whichever issuer; it completes each by issuer.',
    }),
  ),
  {
    statement: ['select "issuer_id" from "credential" where "recipient_id" is null and "signed_json" is not null', ' order by ', ' limit '],
    allows: EVERY_SHARD,
    reason: 'A job looks for badges of which no row says whose they are, of whichever issuer; it changes them by issuer.',
  },
  {
    statement: ['delete from "idempotency" where "credential_id" is null'],
    allows: EVERY_SHARD,
    reason: 'A process that has the database to itself gives back every claim at its start.',
  },
  {
    statement: ['select "issuer"."did",', ' from "signing_key" inner join "issuer"', ' where "revoked_at" is null and ', ' limit '],
    allows: EVERY_SHARD,
    reason: 'The keys of all issuers are published as one document.',
  },
  ...['left join "sealed_key"', 'where "k"."revoked_at"', 'where "retired_at" is null ', 'k.id = ANY'].map(
    (part): Exception => ({
      statement: ['select ', ' from "signing_key"', part],
      allows: EVERY_SHARD,
      reason: 'A start compares the keys of a key store, of whichever issuer, with those of the database.',
    }),
  ),
  ...[' where id = ANY', ' where ("issuer_id", "id") > ', ' order by "issuer_id", "id"'].map(
    (part): Exception => ({
      statement: ['select ', ' from "sealed_key"', part],
      allows: EVERY_SHARD,
      reason: 'A start tries the sealed keys of every issuer, page by page.',
    }),
  ),
  ...['"credential"', '"api_event"'].map(
    (table): Exception => ({
      statement: ['SELECT max(coalesce(tx, ', `)) AS highest FROM ${table}`],
      allows: EVERY_SHARD,
      reason: 'A start after a restore looks for the highest number of a transaction, of whichever issuer.',
    }),
  ),
  {
    statement: ['select "issuer_id", "id", "proof_created", ', ' from "credential" where "signed_at" is null and "erased_at" is null '],
    allows: EVERY_SHARD,
    reason: 'A start finishes what a release before committed and did not sign, of whichever issuer.',
  },
  {
    statement: ['select "id", "issuer_id" from "credential" where id = ANY($1::uuid[])'],
    allows: EVERY_SHARD,
    reason: 'An admin key names many badges in one request, of whichever issuers.',
  },
  {
    statement: ['select "issuer_id", "status_list_id" as "list_id" from "status_list_document" order by "issuer_id", "list_id"'],
    allows: EVERY_SHARD,
    reason: 'The lists of all issuers are gone over one after the other; each is read and written by issuer.',
  },
  {
    statement: [
      'SELECT issuer_id, status_list_id AS list_id FROM status_list_document WHERE bits_seq',
      ' FROM suspension_list_document WHERE bits_seq',
    ],
    allows: EVERY_SHARD,
    reason: 'A start looks for lists that a process of the release before has written, of whichever issuer; it mends each by issuer.',
  },
  {
    statement: [
      'SELECT issuer_id, status_list_id AS list_id FROM status_list_document WHERE signed_at > ',
      ' FROM suspension_list_document WHERE signed_at > ',
    ],
    allows: EVERY_SHARD,
    reason: 'A job looks for lists that were signed before the clock was set back, of whichever issuer; it signs each by issuer.',
  },
  {
    statement: ['select "issuer_id", "signing_key_id" from "resigning" where "ended_at" is null order by "started_at"'],
    allows: EVERY_SHARD,
    reason: 'A job looks for revoked keys whose badges are to be signed again, of whichever issuer; it signs them by issuer.',
  },
  {
    statement: [
      'SELECT w.issuer_id, w.id AS webhook_id, w.served_at FROM webhook w WHERE w.disabled_at IS NULL AND ',
      ' AND EXISTS (',
      ' ORDER BY w.served_at ',
    ],
    allows: EVERY_SHARD,
    reason: 'A process looks for webhooks that have something to do, of whichever issuer; each is served by issuer.',
  },
  {
    statement: ['SELECT w.issuer_id, w.id AS webhook_id FROM webhook w WHERE w.disabled_at IS NULL AND ', ' AND w.served_at > ', ' LIMIT '],
    allows: EVERY_SHARD,
    reason: 'A process looks for webhooks that were served before the clock was set back, of whichever issuer; each is changed by issuer.',
  },
  ...[
    ['SELECT w.issuer_id, w.id AS webhook_id FROM webhook w WHERE EXISTS (', ' LIMIT '] as const,
    ['select "issuer_id", "id" as "webhook_id" from "webhook" where "deleted_at" is not null ', 'limit '] as const,
  ].map(
    (statement): Exception => ({
      statement,
      allows: EVERY_SHARD,
      reason: 'A job looks for webhooks with something to remove, of whichever issuer; it removes it by issuer.',
    }),
  ),
  ...[
    ['select distinct "issuer_id" from "issuance_chunk" where open ', 'due_at <= '] as const,
    ['select "issuer_id", "id" as "job_id", "state" from "issuance_job" where ', 'limit '] as const,
    ['SELECT j.issuer_id, j.id AS job_id FROM issuance_job j LEFT JOIN retention r ', ' LIMIT '] as const,
  ].map(
    (statement): Exception => ({
      statement,
      allows: EVERY_SHARD,
      reason: 'A job looks for uploads and rows that wait for a process, of whichever issuer; each is worked on by issuer.',
    }),
  ),
  ...['where "ended_at" is null and ', 'where "ended_at" < $1 '].map(
    (part): Exception => ({
      statement: ['select "issuer_id", "id" as "act_id" from "bulk_act" ', part, 'limit '],
      allows: EVERY_SHARD,
      reason: 'A job looks for acts that are due or ended long ago, of whichever issuer; each is worked on by issuer.',
    }),
  ),
  {
    statement: ['select "issuer_id", "recipient_days" from "retention" where "recipient_days" is not null ', '"looked_at" < '],
    allows: EVERY_SHARD,
    reason: 'A job looks for issuers that want people erased; it goes through the people of each by issuer.',
  },
  {
    statement: ['SELECT s.issuer_id, s.served_at FROM mail_settings s WHERE ', 'EXISTS (', ' ORDER BY s.served_at LIMIT '],
    allows: EVERY_SHARD,
    reason: 'A job looks for issuers with something to do about mails; each is served by issuer.',
  },
  {
    statement: ['select "issuer_id", "id", "credential_id", "kind", ', ' from "badge_mail" where "state" = $1 order by "id" desc limit $2'],
    allows: EVERY_SHARD,
    reason: 'A machine without a mail server shows the mails of all issuers that it would have sent.',
  },
  ...['issuance_chunk', 'issuance_job'].map(
    (table): Exception => ({
      statement: [`update "${table}" set "holder" = `, ' where "holder" is not null'],
      allows: EVERY_SHARD,
      reason: 'A process that has the database to itself gives back at its start what those before had taken.',
    }),
  ),
  ...[
    ['SELECT w.failures, (SELECT count(*) FROM webhook_delivery d', ' FROM webhook w WHERE w.disabled_at IS NULL AND '] as const,
    ['SELECT e.at FROM webhook w CROSS JOIN LATERAL (', ' WHERE w.disabled_at IS NULL AND '] as const,
  ].map(
    (statement): Exception => ({
      statement,
      allows: EVERY_SHARD,
      reason: 'Operators see what waits for the webhooks of all issuers.',
    }),
  ),
  ...[
    'delete from "sealed_key"',
    'delete from "webhook_secret"',
    'update "recipient" set "data_key" = $1, "email" = $2, "lookup" = $3',
  ].map(
    (statement): Exception => ({
      statement: [statement],
      allows: EVERY_SHARD,
      reason: 'An operator whose passphrase is lost discards what nobody can open any more, of every issuer.',
    }),
  ),
  {
    statement: ['WITH mode AS MATERIALIZED (SELECT set_config(', 'INSERT INTO idempotency '],
    allows: /set_config/,
    reason: 'On a distributed database the claim then waits for the disk of its node, and is none the worse.',
  },
];

/** The exception that a statement is, if any. */
export function exceptionFor(text: string): Exception | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  return EXCEPTIONS.find(({ statement }) => fits(plain, statement)) ?? null;
}

function fits(text: string, [first, ...rest]: Exception['statement']): boolean {
  if (!text.startsWith(first) || (rest.length === 0 && text !== first)) return false;
  let from = first.length;
  return rest.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
