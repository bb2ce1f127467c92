/** A statement of ours that asks every issuer's rows, and why that is right. */
export interface Exception {
  /** Matched against the text with single spaces. */
  readonly statement: RegExp;
  /** Of what is found about it, what is allowed. */
  readonly allows: RegExp;
  readonly reason: string;
}

/** It is sent to every node that holds rows; Citus does not refuse it. */
const EVERY_SHARD = /is asked without issuer_id/;

export const EXCEPTIONS: readonly Exception[] = [
  {
    statement: /^select "issuer_id" from "(credential|achievement)" where "id" = \$1$/,
    allows: EVERY_SHARD,
    reason: 'An id that was made before ids carried a number names no issuer.',
  },
  {
    statement: /^select "issuer_id" from "viewing_link" where "token_hash" = \$1$/,
    allows: EVERY_SHARD,
    reason: 'A link that was made before links carried a number names no issuer.',
  },
  {
    statement: /^select "issuer_id", "credential_id" from "work_watch" where "due_at" <= \$1 order by "due_at" limit \$2$/,
    allows: EVERY_SHARD,
    reason: 'A job looks for what is due, of whichever issuer; it locks and changes rows by issuer.',
  },
  {
    statement: /^select "issuer_id", "owner", "key" from "idempotency" where "created_at" < \$1 limit \$2$/,
    allows: EVERY_SHARD,
    reason: 'A job looks for what has expired, of whichever issuer; it deletes rows by issuer.',
  },
  {
    statement: /^select distinct "issuer_id" from "audit_entry" where "seq" is null$/,
    allows: EVERY_SHARD,
    reason: 'A job looks for logs that are not sealed; it seals each by issuer.',
  },
  {
    statement: /^delete from "idempotency" where "credential_id" is null$/,
    allows: EVERY_SHARD,
    reason: 'A process that has the database to itself gives back every claim at its start.',
  },
  {
    statement: /^select "issuer"\."did", .* from "signing_key" inner join "issuer" .* where "revoked_at" is null and .* limit \$1$/,
    allows: EVERY_SHARD,
    reason: 'The keys of all issuers are published as one document.',
  },
  {
    statement:
      /^select .* from "(signing_key|sealed_key)" (as "k" )?(left join "sealed_key"|where id = ANY|where \("issuer_id", "id"\) >|where "k"\."revoked_at"|where "retired_at" is null (and NOT|and id = ANY|limit)|where k\.id = ANY|order by)/,
    allows: EVERY_SHARD,
    reason: 'A start compares the keys of a key store, of whichever issuer, with those of the database.',
  },
  {
    statement: /^select "issuer_id" as "id" from "status_list" where "id" = \$1$/,
    allows: EVERY_SHARD,
    reason: 'The address of a list that was opened before lists were addressed under their issuer names none.',
  },
  {
    statement: /^select \*, NULL as "revoked_reason" from "credential" where "signed_at" is null order by "id" limit/,
    allows: EVERY_SHARD,
    reason: 'A start signs what was committed and not signed, of whichever issuer.',
  },
  {
    statement: /^insert into "idempotency" .* on conflict \("issuer_id", "owner", "key"\) do update .* now\(\)/,
    allows: /now/,
    reason: 'Is written anew with the core that issues in batches.',
  },
];

export function exceptionFor(text: string): Exception | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  return EXCEPTIONS.find(({ statement }) => statement.test(plain)) ?? null;
}
