-- Work that is shown by viewing links alone; n is its place in the badge, from 1.
CREATE TABLE private_work (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  n integer NOT NULL CHECK (n BETWEEN 1 AND 99),
  media_type text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, n),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);

-- Who may look at private work, how often and until when. Only a hash of the link is stored.
CREATE TABLE viewing_link (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  n integer NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  for_whom text NOT NULL,
  max_views integer CHECK (max_views > 0),
  views integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  api_key_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, id),
  FOREIGN KEY (issuer_id, credential_id, n) REFERENCES private_work (issuer_id, credential_id, n)
);

-- Each time that work was shown. When, and nothing of who asked.
CREATE TABLE viewing (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  link_id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, link_id, seq),
  FOREIGN KEY (issuer_id, credential_id, link_id) REFERENCES viewing_link (issuer_id, credential_id, id)
);
