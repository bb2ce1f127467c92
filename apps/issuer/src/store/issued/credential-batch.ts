import { CompiledQuery, type Kysely } from 'kysely';
import type { IdempotencyClaim } from '../idempotency.js';
import type { CredentialRecord, NewAuditEntry, SignedForms } from '../records.js';
import type { RecordEntryPlace } from '../schema/column-types.js';
import type { Tables } from '../schema/tables.js';
import type { TransactionOrder } from './transaction-order.js';

/** A signed badge that is to be stored, with all that is stored in the same commit. */
export interface BatchRow {
  readonly credential: CredentialRecord & { readonly signed: SignedForms };
  /** The header and the signature of the token. */
  readonly detachedJwt: string;
  /** When the achievement was last changed that the badge was made of. */
  readonly achievementVersion: Date;
  /** Of the event `credential.issued`. */
  readonly eventId: string;
  /** What the issuer's record is to say of the badge, and the salt of that. */
  readonly recorded: { readonly salt: Uint8Array; readonly place: RecordEntryPlace };
  /** The evidence report, byte for byte. */
  readonly report: string | null;
  /** When the work is looked at first; null when there is none. */
  readonly dueAt: Date | null;
  readonly claim: IdempotencyClaim | null;
  /** Null when the batch has one entry for all. */
  readonly audit: NewAuditEntry | null;
}

/** What all badges of a batch have in common. */
export interface Batch {
  readonly issuerId: string;
  /** When the issuer was last changed that the badges were made of. */
  readonly issuerVersion: Date;
  /** The ids of the keys that signed. */
  readonly keys: readonly string[];
  /** The id of what is left for the issuer's record. */
  readonly recordEntryId: string;
  /** One entry for all that is stored; its details get the count. */
  readonly audit: NewAuditEntry | null;
  readonly rows: readonly BatchRow[];
}

/**
 * What became of a row: `stored`; `claim-lost` when another attempt holds its idempotency key; `achievement-changed`, and then it has to be
 * prepared anew. Null for the whole batch when a key was retired or the issuer was changed: nothing was stored.
 */
export type BatchAnswer = readonly ('stored' | 'claim-lost' | 'achievement-changed')[] | null;

/**
 * Stores a batch by one statement, all of it or none. The keys are locked first: whoever retires one waits until this is committed, and what was
 * signed with a key that was retired meanwhile is not stored.
 */
const STATEMENT = `
WITH input AS (
  SELECT * FROM json_to_recordset($2::json) AS i (
    nr integer, id uuid, achievement_id uuid, achievement_version timestamptz, status_list_id bigint, status_index integer,
    data_integrity_key text, jwt_key text, proof_created timestamptz, evidence_findings jsonb, api_key_id uuid, recipient_lookup text,
    valid_from timestamptz, valid_until timestamptz, predecessor_id uuid, signed_json text, detached_jwt text,
    record_salt text, record_tag text, record_commitment text, event_id uuid, report text, due_at timestamptz, claim_owner uuid, claim_key text, claim_holder uuid,
    created_at timestamptz, audit_id uuid, audit_action text, audit_request_id text)
), key AS (
  SELECT id FROM signing_key WHERE issuer_id = $1 AND id = ANY ($3::text[]) AND retired_at IS NULL AND revoked_at IS NULL ORDER BY id FOR SHARE
), gate AS (
  SELECT FROM issuer WHERE id = $1 AND date_trunc('milliseconds', updated_at) = $4::timestamptz
    AND (SELECT count(*) FROM key) = cardinality($3::text[])
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
), stored AS (
  INSERT INTO credential (
    issuer_id, id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, evidence_findings, api_key_id,
    signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, signed_at, predecessor_id, record_salt, tx)
  SELECT $1::uuid, id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, evidence_findings, api_key_id,
    signed_json, detached_jwt, decode(recipient_lookup, 'hex'), valid_from, valid_until, created_at, created_at, predecessor_id,
    decode(record_salt, 'hex'),
    pg_current_xact_id()::text::bigint + $5::bigint
  FROM going
), told AS (
  INSERT INTO api_event (issuer_id, id, type, credential_id, data, at, tx, n)
  SELECT $1::uuid, event_id, 'credential.issued', id, '{}', created_at, pg_current_xact_id()::text::bigint + $5::bigint, nr FROM going
), recorded AS (
  INSERT INTO record_entry (issuer_id, id, places)
  SELECT $1::uuid, $7::uuid, jsonb_agg(jsonb_build_object(
    'list', status_list_id, 'index', status_index, 'tag', record_tag, 'commitment', record_commitment))
  FROM going HAVING count(*) > 0
), reported AS (
  INSERT INTO evidence_report (issuer_id, credential_id, body) SELECT $1::uuid, id, report FROM going WHERE report IS NOT NULL
), watched AS (
  INSERT INTO work_watch (issuer_id, credential_id, due_at) SELECT $1::uuid, id, due_at FROM going WHERE due_at IS NOT NULL
), logged AS (
  INSERT INTO audit_entry (issuer_id, id, at, actor, api_key_id, action, object_type, object_id, request_id, details)
  SELECT $1::uuid, audit_id, created_at, 'api-key', api_key_id, audit_action, 'credential', id::text, audit_request_id, '{}' FROM going WHERE audit_id IS NOT NULL
  UNION ALL
  SELECT $1::uuid, b.id, b.at, b.actor, b.api_key_id, b.action, b.object_type, b.object_id, b.request_id,
    b.details || jsonb_build_object('count', (SELECT count(*) FROM going))
  FROM json_to_recordset($6::json) AS b (
    id uuid, at timestamptz, actor text, api_key_id uuid, action text, object_type text, object_id text, request_id text, details jsonb)
  WHERE EXISTS (SELECT FROM going)
)
SELECT i.nr,
  CASE WHEN i.nr IN (SELECT nr FROM going) THEN 'stored' WHEN i.nr IN (SELECT nr FROM fresh) THEN 'claim-lost'
    ELSE 'achievement-changed' END AS answer
FROM input i, gate ORDER BY i.nr`;

export function credentialBatchRepository(db: Kysely<Tables>, order: TransactionOrder) {
  return {
    async insert(batch: Batch): Promise<BatchAnswer> {
      const { issuerId, issuerVersion, keys, recordEntryId, audit, rows } = batch;
      const parameters = [
        issuerId,
        JSON.stringify(rows.map(inputOf)),
        keys,
        issuerVersion,
        await order.offset(),
        JSON.stringify(audit === null ? [] : [auditOf(audit)]),
        recordEntryId,
      ];
      const { rows: answers } = await db.executeQuery<{ answer: 'stored' }>(CompiledQuery.raw(STATEMENT, parameters));
      return answers.length === 0 ? null : answers.map(({ answer }) => answer);
    },
  };
}

function inputOf({ credential, detachedJwt, achievementVersion, eventId, recorded, report, dueAt, claim, audit }: BatchRow, nr: number) {
  const { recipientLookup } = credential;
  return {
    nr,
    id: credential.id,
    achievement_id: credential.achievementId,
    achievement_version: achievementVersion,
    status_list_id: credential.statusListId,
    status_index: credential.statusIndex,
    data_integrity_key: credential.dataIntegrityKey,
    jwt_key: credential.jwtKey,
    proof_created: credential.proofCreated,
    evidence_findings: credential.evidenceFindings,
    api_key_id: credential.apiKeyId,
    recipient_lookup: recipientLookup === null ? null : Buffer.from(recipientLookup).toString('hex'),
    valid_from: credential.validFrom,
    valid_until: credential.validUntil,
    predecessor_id: credential.predecessorId,
    signed_json: credential.signed.json,
    detached_jwt: detachedJwt,
    record_salt: Buffer.from(recorded.salt).toString('hex'),
    record_tag: recorded.place.tag,
    record_commitment: recorded.place.commitment,
    event_id: eventId,
    report,
    due_at: dueAt,
    claim_owner: claim?.owner ?? null,
    claim_key: claim?.key ?? null,
    claim_holder: claim?.holder ?? null,
    created_at: credential.createdAt,
    audit_id: audit?.id ?? null,
    audit_action: audit?.action ?? null,
    audit_request_id: audit?.requestId ?? null,
  };
}

function auditOf({ id, at, actor, apiKeyId, action, objectType, objectId, requestId, details }: NewAuditEntry) {
  const [api_key_id, object_type, object_id, request_id] = [apiKeyId, objectType, objectId, requestId];
  return { id, at, actor, api_key_id, action, object_type, object_id, request_id, details };
}
