import { CompiledQuery, type Kysely } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { NewAuditEntry } from '../records.js';
import type { Tables } from '../schema/tables.js';
import type { Batch, BatchAnswer, RowAnswer } from './batch.js';
import { columnsOfBatch, inputOfBatch } from './batch-columns.js';
import { RECIPIENT_PARTS } from './met-recipients.js';
import type { TransactionOrder } from './transaction-order.js';

/**
 * Stores a batch by one statement, all of it or none. The keys are locked first: whoever retires one waits until this is committed, and what was
 * signed with a key that was retired meanwhile is not stored.
 */
const STATEMENT = `
WITH input AS (
  SELECT * FROM ${inputOfBatch(15)}
), key AS (
  SELECT id FROM signing_key WHERE issuer_id = $1 AND id = ANY ($2::text[]) AND retired_at IS NULL AND revoked_at IS NULL ORDER BY id FOR SHARE
), gate AS (
  SELECT true AS open FROM issuer WHERE id = $1 AND date_trunc('milliseconds', updated_at) = $3::timestamptz
    AND (SELECT count(*) FROM key) = cardinality($2::text[])
), fresh AS (
  SELECT i.* FROM input i, gate
  WHERE EXISTS (SELECT FROM achievement a WHERE a.issuer_id = $1 AND a.id = i.achievement_id
    AND date_trunc('milliseconds', a.updated_at) = i.achievement_version)
), claimed AS (
  UPDATE idempotency c SET credential_id = i.id FROM fresh i
  WHERE c.issuer_id = $1 AND c.owner = i.claim_owner AND c.key = i.claim_key AND c.holder = i.claim_holder AND c.credential_id IS NULL
  RETURNING i.nr
), going AS (
  SELECT * FROM fresh WHERE claim_key IS NULL OR nr IN (SELECT nr FROM claimed)
), ${RECIPIENT_PARTS}, stored AS (
  INSERT INTO credential (
    issuer_id, id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, evidence_findings, api_key_id,
    signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, signed_at, predecessor_id, record_salt, mail, recipient_id, tx)
  SELECT $1::uuid, g.id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, evidence_findings, api_key_id,
    signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, created_at, predecessor_id, record_salt, mail, person,
    pg_current_xact_id()::text::bigint + $4::bigint
  FROM going g LEFT JOIN (SELECT candidate, id AS person FROM whose) w ON w.candidate = g.recipient_id
), told AS (
  INSERT INTO api_event (issuer_id, id, type, credential_id, data, at, tx, n)
  SELECT $1::uuid, event_id, 'credential.issued', id, '{}', created_at, pg_current_xact_id()::text::bigint + $4::bigint, nr FROM going
), recorded AS (
  INSERT INTO record_entry (issuer_id, id, places)
  SELECT $1::uuid, $5::uuid, jsonb_agg(jsonb_build_object(
    'list', status_list_id, 'index', status_index, 'tag', record_tag, 'commitment', record_commitment))
  FROM going HAVING count(*) > 0
), reported AS (
  INSERT INTO evidence_report (issuer_id, credential_id, body) SELECT $1::uuid, id, report FROM going WHERE report IS NOT NULL
), watched AS (
  INSERT INTO work_watch (issuer_id, credential_id, due_at) SELECT $1::uuid, id, due_at FROM going WHERE due_at IS NOT NULL
), queued AS (
  INSERT INTO assessment (issuer_id, id, credential_id, state, by_hand, asked_by, created_at)
  SELECT $1::uuid, assessment_id, id, 'waiting', false, api_key_id, created_at FROM going WHERE assessment_id IS NOT NULL
), logged AS (
  INSERT INTO audit_entry (issuer_id, id, at, actor, api_key_id, action, object_type, object_id, request_id, details)
  SELECT $1::uuid, audit_id, created_at, audit_actor, CASE WHEN audit_actor = 'api-key' THEN api_key_id END,
    audit_action, 'credential', id::text, audit_request_id,
    CASE WHEN audit_actor = 'person' THEN jsonb_build_object('personId', api_key_id) ELSE '{}'::jsonb END
  FROM going WHERE audit_id IS NOT NULL
  UNION ALL
  SELECT $1::uuid, $6::uuid, $7::timestamptz, $8::text, $9::uuid, $10::text, $11::text, $12::text, $13::text,
    $14::jsonb || jsonb_build_object('count', (SELECT count(*) FROM going))
  WHERE $6::uuid IS NOT NULL AND EXISTS (SELECT FROM going)
)
SELECT i.nr,
  CASE WHEN i.nr IN (SELECT nr FROM going) THEN 'stored' WHEN i.nr IN (SELECT nr FROM fresh) THEN 'claim-lost'
    ELSE 'achievement-changed' END AS outcome,
  w.id AS recipient_id, coalesce(i.recipient_name, w.name_before) AS recipient_name, coalesce(i.external_id, w.external_id_before) AS external_id
FROM gate, input i LEFT JOIN whose w ON w.candidate = i.recipient_id ORDER BY i.nr`;

export function credentialBatchRepository(db: Kysely<Tables>, order: TransactionOrder, note: NoteChange) {
  return {
    async insert(batch: Batch): Promise<BatchAnswer> {
      const { issuerId, issuerVersion, keys, recordEntryId, audit, rows } = batch;
      const all = [issuerId, keys, issuerVersion, await order.offset(), recordEntryId, ...auditOf(audit)];
      const parameters = [...all, ...columnsOfBatch(rows)];
      // A badge that was renewed leads to the new one. A new badge itself is in nobody's memory.
      note(
        issuerId,
        'credential',
        rows.flatMap(({ credential: { predecessorId } }) => predecessorId ?? []),
      );
      const { rows: answers } = await db.executeQuery<AnswerRow>(CompiledQuery.raw(STATEMENT, parameters));
      return answers.length === 0 ? null : answers.map(answerOf);
    },
  };
}

interface AnswerRow {
  readonly outcome: RowAnswer['outcome'];
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly externalId: string | null;
}

function answerOf({ outcome, recipientId: id, recipientName: name, externalId }: AnswerRow): RowAnswer {
  return { outcome, recipient: id === null ? null : { id, name, externalId } };
}

/** In the order of the parameters. */
function auditOf(entry: NewAuditEntry | null): readonly unknown[] {
  if (entry === null) return Array.from({ length: 9 }, () => null);
  const { id, at, actor, apiKeyId, action, objectType, objectId, requestId, details } = entry;
  return [id, at, actor, apiKeyId, action, objectType, objectId, requestId, JSON.stringify(details)];
}
