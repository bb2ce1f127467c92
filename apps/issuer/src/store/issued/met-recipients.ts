import type { BatchColumn } from './batch.js';

/** What a row of the batch says of its recipient. */
export const RECIPIENT_COLUMNS: Readonly<Record<string, BatchColumn>> = {
  recipient_id: ['uuid', ({ recipient }) => recipient?.id ?? null],
  recipient_settled: ['bool', ({ recipient }) => recipient?.settled ?? false],
  external_id: ['text', ({ recipient }) => recipient?.externalId ?? null],
  recipient_hash: ['bytea', ({ recipient }) => recipient?.lookup ?? null],
  recipient_name: ['text', ({ recipient }) => recipient?.name ?? null],
  recipient_name_search: ['text', ({ recipient }) => recipient?.nameSearch ?? null],
  recipient_language: ['text', ({ recipient }) => recipient?.language ?? null],
  data_key: ['bytea', ({ recipient }) => recipient?.email?.dataKey ?? null],
  email: ['bytea', ({ recipient }) => recipient?.email?.sealed ?? null],
};

/**
 * Parts of the statement that stores a batch. `known` finds out who the recipients of `going` are: who has the external id; else who has the address, and no
 * other external id; else somebody new, whose id the row brings. `whose` settles whom two rows of one batch claim under different external ids: the first
 * has them. `met` writes down those who are new, or of whom something is known now that was not.
 */
export const RECIPIENT_PARTS = `known AS (
  SELECT DISTINCT ON (i.recipient_id) i.recipient_id AS candidate, i.nr, i.external_id, i.recipient_hash AS lookup, i.recipient_name AS name,
    i.recipient_name_search AS name_search, i.recipient_language AS language, i.data_key AS data_key, i.email AS email, i.created_at,
    CASE WHEN i.recipient_settled THEN i.recipient_id ELSE coalesce(
      (SELECT r.id FROM recipient r WHERE r.issuer_id = $1 AND r.external_id = i.external_id),
      (SELECT r.id FROM recipient r
       WHERE r.issuer_id = $1 AND r.lookup = i.recipient_hash AND (i.external_id IS NULL OR r.external_id IS NULL)
       ORDER BY r.external_id NULLS FIRST, r.created_at, r.id LIMIT 1),
      i.recipient_id) END AS found
  FROM going i WHERE i.recipient_id IS NOT NULL ORDER BY i.recipient_id, i.nr DESC
), chosen AS (
  SELECT k.*, CASE WHEN k.external_id IS NULL OR k.external_id = first_value(k.external_id) OVER (PARTITION BY k.found ORDER BY k.external_id)
    THEN k.found ELSE k.candidate END AS id
  FROM known k
), whose AS (
  SELECT c.*, o.id AS id_before, o.name AS name_before, o.external_id AS external_id_before, o.lookup AS lookup_before,
    o.email IS NULL AS unsealed, o.language AS language_before
  FROM chosen c LEFT JOIN recipient o ON o.issuer_id = $1 AND o.id = c.id
), met AS (
  INSERT INTO recipient AS r (issuer_id, id, external_id, lookup, name, name_search, language, data_key, email, created_at, updated_at)
  SELECT DISTINCT ON (w.id) $1::uuid, w.id, w.external_id, w.lookup, w.name, w.name_search, w.language, w.data_key, w.email,
    w.created_at, w.created_at
  FROM whose w
  WHERE w.id_before IS NULL OR (w.external_id IS NOT NULL AND w.external_id_before IS NULL)
    OR (w.name IS NOT NULL AND w.name_before IS DISTINCT FROM w.name) OR (w.lookup IS NOT NULL AND w.lookup_before IS DISTINCT FROM w.lookup)
    OR (w.email IS NOT NULL AND w.unsealed) OR (w.language IS NOT NULL AND w.language_before IS DISTINCT FROM w.language)
  ORDER BY w.id, w.nr DESC
  ON CONFLICT (issuer_id, id) DO UPDATE SET external_id = coalesce(excluded.external_id, r.external_id), lookup = coalesce(excluded.lookup, r.lookup),
    name = coalesce(excluded.name, r.name), name_search = coalesce(excluded.name_search, r.name_search), language = coalesce(excluded.language, r.language),
    data_key = coalesce(excluded.data_key, r.data_key), email = coalesce(excluded.email, r.email), updated_at = excluded.updated_at
)`;
