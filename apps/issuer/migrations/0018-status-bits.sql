-- The bits of a status list stand beside its signed document: a withdrawal changes them in place, so that it costs the same with none and
-- with a hundred thousand before it. They hold the journal up to `bits_seq`; where that is not `seq`, a process of an earlier release wrote
-- the document, and they are made anew from the journal.
ALTER TABLE status_list_document ADD COLUMN bits bytea;
ALTER TABLE status_list_document ADD COLUMN bits_seq bigint;
UPDATE status_list_document d SET bits_seq = d.seq, bits = (
  SELECT string_agg(set_byte('\x00'::bytea, 0, coalesce(b.byte, 0)), ''::bytea ORDER BY n)
  FROM status_list l
  CROSS JOIN LATERAL generate_series(0, l.length / 8 - 1) AS n
  LEFT JOIN (
    SELECT status_index / 8 AS place, sum(128 >> (status_index % 8))::int AS byte
    FROM (
      SELECT DISTINCT ON (status_index) status_index, value FROM status_event e
      WHERE e.issuer_id = d.issuer_id AND e.status_list_id = d.status_list_id
      ORDER BY status_index, seq DESC) newest
    WHERE value GROUP BY 1) b ON b.place = n
  WHERE l.issuer_id = d.issuer_id AND l.id = d.status_list_id);

-- A row is written anew with each withdrawal: room for the next version on its page, and an early end for the old ones.
ALTER TABLE status_list_document SET (
  fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 500);

-- Suspensions, which can be lifted. They have a list of their own with the places of the first one, begun with the first suspension in it.
ALTER TABLE status_event ADD COLUMN purpose text NOT NULL DEFAULT 'revocation' CHECK (purpose IN ('revocation', 'suspension'));
ALTER TABLE credential ADD COLUMN suspended_at timestamptz;
CREATE TABLE suspension_list_document (
  issuer_id uuid NOT NULL,
  status_list_id bigint NOT NULL,
  seq bigint NOT NULL,
  bits bytea NOT NULL,
  bits_seq bigint NOT NULL,
  body text NOT NULL,
  signed_at timestamptz NOT NULL,
  signing_key_id text,
  PRIMARY KEY (issuer_id, status_list_id),
  FOREIGN KEY (issuer_id, status_list_id) REFERENCES status_list (issuer_id, id)
) WITH (
  fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 500);
