-- The issuer's record of what it issued (docs/decisions/issuance-record.md): by it alone an honest badge is told from a forgery once its key was stolen.

-- A record key signs the record and nothing else. It counts as retired from the beginning, so that nothing that looks for an active key finds it, a
-- process of the release before included.
ALTER TABLE signing_key ADD COLUMN purpose text NOT NULL DEFAULT 'assertion' CHECK (purpose IN ('assertion', 'record'));
ALTER TABLE signing_key ADD CONSTRAINT signing_key_record CHECK (purpose = 'assertion' OR retired_at IS NOT NULL);

-- The salt of the commitment to a badge. Null until the badge is in the record; empty once it was destroyed, by erasing the badge.
ALTER TABLE credential ADD COLUMN record_salt bytea;
CREATE INDEX credential_unrecorded ON credential (issuer_id, id) WHERE record_salt IS NULL;

-- What was committed and is in no file yet: of one transaction in one row.
CREATE TABLE record_entry (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL,
  places jsonb NOT NULL,
  PRIMARY KEY (issuer_id, id)
);

-- The signed files, each of 256 places of a status list, as they are served.
CREATE TABLE record_file (
  issuer_id uuid NOT NULL REFERENCES issuer,
  status_list_id bigint NOT NULL,
  block integer NOT NULL CHECK (block >= 0),
  body text NOT NULL,
  signed_at timestamptz NOT NULL,
  signing_key_id text NOT NULL,
  PRIMARY KEY (issuer_id, status_list_id, block),
  FOREIGN KEY (issuer_id, status_list_id) REFERENCES status_list (issuer_id, id),
  FOREIGN KEY (issuer_id, signing_key_id) REFERENCES signing_key (issuer_id, id)
);

-- The signed head of each record. `complete`: since when the record holds all that a revoked key signed, in seconds, by the id of its method.
CREATE TABLE issuance_record (
  issuer_id uuid PRIMARY KEY REFERENCES issuer,
  body text NOT NULL,
  lists integer NOT NULL,
  complete jsonb NOT NULL,
  signed_at timestamptz NOT NULL,
  signing_key_id text NOT NULL,
  FOREIGN KEY (issuer_id, signing_key_id) REFERENCES signing_key (issuer_id, id)
);

-- How far the badges of a revoked key are signed again: `after` is the last one that was looked at.
CREATE TABLE resigning (
  issuer_id uuid NOT NULL,
  signing_key_id text NOT NULL,
  after uuid,
  left_over integer NOT NULL CHECK (left_over >= 0),
  signed integer NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (issuer_id, signing_key_id),
  FOREIGN KEY (issuer_id, signing_key_id) REFERENCES signing_key (issuer_id, id)
);
