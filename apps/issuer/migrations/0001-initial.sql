-- The tenant is the issuer: issuer_id leads every key, so that a distributed PostgreSQL can take over.

CREATE TABLE issuer (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  did text NOT NULL UNIQUE,
  name text NOT NULL,
  url text,
  profile jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Public halves only; private keys live behind the key port. Retired keys stay, so that old badges stay checkable.
CREATE TABLE signing_key (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id text NOT NULL,
  algorithm text NOT NULL CHECK (algorithm IN ('Ed25519', 'ES256', 'RS256')),
  public_jwk jsonb NOT NULL,
  verification_method text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  PRIMARY KEY (issuer_id, id)
);
CREATE UNIQUE INDEX signing_key_active ON signing_key (issuer_id, algorithm) WHERE retired_at IS NULL;

-- issuer_id is null for an admin key, which creates issuers. Only a hash of the key is stored.
CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  issuer_id uuid REFERENCES issuer,
  name text NOT NULL,
  prefix text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_key_issuer ON api_key (issuer_id, id);

CREATE TABLE achievement (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL UNIQUE,
  definition json NOT NULL,
  evidence_policy jsonb NOT NULL,
  valid_for text,
  image_media_type text,
  image_bytes bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  PRIMARY KEY (issuer_id, id)
);

-- `origin` names the database cluster that opened the list: after a restore it differs, and a new list is begun,
-- so that an index which the lost rows had used is never given out again.
CREATE TABLE status_list (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  purpose text NOT NULL CHECK (purpose IN ('revocation')),
  length integer NOT NULL CHECK (length >= 131072),
  permutation_key bytea NOT NULL,
  next_position integer NOT NULL DEFAULT 0 CHECK (next_position <= length),
  origin text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer_id, id)
);

-- The first committed row holds all that signing needs; the signed forms are stored once, the first one wins.
CREATE TABLE credential (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL UNIQUE,
  achievement_id uuid NOT NULL,
  status_list_id bigint NOT NULL,
  status_index integer NOT NULL,
  unsigned text NOT NULL,
  proof_created timestamptz NOT NULL,
  data_integrity_key text NOT NULL,
  jwt_key text NOT NULL,
  evidence_findings jsonb NOT NULL DEFAULT '[]',
  api_key_id uuid,
  signed_json text,
  signed_jwt text,
  recipient_lookup bytea,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  signed_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (issuer_id, id),
  UNIQUE (status_list_id, status_index),
  FOREIGN KEY (issuer_id, achievement_id) REFERENCES achievement (issuer_id, id),
  FOREIGN KEY (issuer_id, status_list_id) REFERENCES status_list (issuer_id, id),
  FOREIGN KEY (issuer_id, data_integrity_key) REFERENCES signing_key (issuer_id, id),
  FOREIGN KEY (issuer_id, jwt_key) REFERENCES signing_key (issuer_id, id)
);
CREATE INDEX credential_by_achievement ON credential (issuer_id, achievement_id, id);
CREATE INDEX credential_by_recipient ON credential (issuer_id, recipient_lookup, id);
CREATE INDEX credential_unsigned ON credential (id) WHERE signed_at IS NULL;

-- Append-only; a status list is always rebuilt from it.
CREATE TABLE status_event (
  issuer_id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  credential_id uuid NOT NULL,
  status_list_id bigint NOT NULL,
  status_index integer NOT NULL,
  value boolean NOT NULL,
  reason text,
  api_key_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer_id, seq),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
CREATE INDEX status_event_list ON status_event (issuer_id, status_list_id, seq);
CREATE INDEX status_event_credential ON status_event (issuer_id, credential_id, seq);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the status journal is append-only'; END $$;
CREATE TRIGGER status_event_append_only BEFORE UPDATE OR DELETE ON status_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The signed list as it is served; written in the transaction of the event, never on a GET.
CREATE TABLE status_list_document (
  issuer_id uuid NOT NULL,
  status_list_id bigint NOT NULL,
  seq bigint NOT NULL,
  body text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, status_list_id),
  FOREIGN KEY (issuer_id, status_list_id) REFERENCES status_list (issuer_id, id)
);

-- owner is the API key's issuer, or the admin key's own id. Until credential_id is set, the request is in the works:
-- holder names the process that works on it, and others may take over when the lease is over.
CREATE TABLE idempotency (
  owner uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  holder uuid NOT NULL,
  lease_until timestamptz NOT NULL,
  issuer_id uuid,
  credential_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, key)
);
