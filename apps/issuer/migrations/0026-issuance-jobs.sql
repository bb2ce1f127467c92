-- expand: jobs that issue many badges, in tables of their own.
-- What is uploaded and not read yet, in parts.
CREATE TABLE blob_part (
  issuer_id uuid NOT NULL REFERENCES issuer,
  blob_id uuid NOT NULL,
  n integer NOT NULL CHECK (n >= 0),
  bytes bytea NOT NULL,
  PRIMARY KEY (issuer_id, blob_id, n)
);
-- Spreadsheets are packed already, and packing text would take longer than writing it.
ALTER TABLE blob_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- One upload, from which a badge is issued for each row. Its upload has its id. `read_rows`: how many rows are in chunks; `read_at`: since when all are.
-- `found`: the names of the columns, and why the upload cannot be read.
-- Chunks wait until the job is `released`. `holder` reads the upload until `leased_until`; `served_at`: when a chunk was last taken.
CREATE TABLE issuance_job (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL,
  achievement_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  request_id text,
  idempotency_owner uuid,
  idempotency_key text,
  request_hash bytea,
  mode text NOT NULL CHECK (mode IN ('issue', 'validate')),
  format text NOT NULL CHECK (format IN ('csv', 'ndjson', 'xlsx')),
  options jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('uploading', 'reading', 'running', 'ended', 'cancelled', 'failed')),
  found jsonb NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  read_bytes bigint NOT NULL DEFAULT 0,
  read_rows integer NOT NULL DEFAULT 0,
  read_at timestamptz,
  released boolean NOT NULL DEFAULT false,
  holder uuid,
  leased_until timestamptz,
  served_at timestamptz,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (issuer_id, id),
  FOREIGN KEY (issuer_id, achievement_id) REFERENCES achievement (issuer_id, id)
);
CREATE UNIQUE INDEX issuance_job_request ON issuance_job (issuer_id, idempotency_owner, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX issuance_job_open ON issuance_job (issuer_id, served_at, id) WHERE state IN ('uploading', 'reading', 'running');

-- Some hundred rows of a job, which are issued together. `content`: the rows as they were uploaded, null where a row is done; `results`: what became of
-- each, null where nothing did yet; an `open` chunk is taken when it is due. A badge is committed with its result while the chunk is locked, so each row ends in one badge.
CREATE TABLE issuance_chunk (
  issuer_id uuid NOT NULL,
  job_id uuid NOT NULL,
  nr integer NOT NULL CHECK (nr >= 0),
  first_row integer NOT NULL CHECK (first_row > 0),
  rows integer NOT NULL CHECK (rows > 0),
  lines integer[] NOT NULL,
  content text NOT NULL,
  results jsonb NOT NULL,
  done integer NOT NULL DEFAULT 0,
  existing integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  waiting integer NOT NULL DEFAULT 0,
  valid integer NOT NULL DEFAULT 0,
  open boolean NOT NULL,
  due_at timestamptz NOT NULL,
  holder uuid,
  leased_until timestamptz,
  settled_at timestamptz,
  PRIMARY KEY (issuer_id, job_id, nr),
  FOREIGN KEY (issuer_id, job_id) REFERENCES issuance_job (issuer_id, id)
);
CREATE INDEX issuance_chunk_open ON issuance_chunk (issuer_id, job_id, due_at, nr) WHERE open;

-- Which processes ask a host for the work of rows just now, of all issuers together: a host has few places.
CREATE TABLE host_visit (
  host text NOT NULL,
  place integer NOT NULL,
  holder uuid NOT NULL,
  leased_until timestamptz NOT NULL,
  PRIMARY KEY (host, place)
);
