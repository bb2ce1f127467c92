-- Copies of work that the issuer keeps with the recipient's consent, for everyone to see; n is the place of the work in its badge, from 1.
-- They never change: the badge holds their digests.
CREATE TABLE capture (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  n integer NOT NULL CHECK (n BETWEEN 1 AND 99),
  media_type text NOT NULL,
  bytes bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, n),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
-- A public address names no issuer.
CREATE INDEX capture_public ON capture (credential_id, n);
