-- One row: the secret under which the signing keys are sealed and the secret of look-ups (the pepper), encrypted under the passphrase (scrypt,
-- RFC 7914). The checks are HMACs of a constant under each, by which a process knows that its secrets are those of this database.
-- `imported_salt` is the salt of the keyring file of an earlier version that these secrets came from.
CREATE TABLE keyring (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  scrypt jsonb NOT NULL,
  secrets jsonb NOT NULL,
  key_check text NOT NULL UNIQUE,
  pepper_check text NOT NULL,
  imported_salt text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);

-- The private halves of signing keys, sealed under the keyring (AES-256-GCM, bound to issuer, key and algorithm), so that every process with the
-- passphrase has them. A row goes when its key is retired or revoked. A process whose keyring is not the database's can write none.
CREATE TABLE sealed_key (
  issuer_id uuid NOT NULL,
  id text NOT NULL,
  keyring text NOT NULL REFERENCES keyring (key_check),
  sealed jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, id),
  FOREIGN KEY (issuer_id, id) REFERENCES signing_key (issuer_id, id)
);

-- Which key store has the private half of a key.
ALTER TABLE signing_key ADD COLUMN kept_in text NOT NULL DEFAULT 'database' CHECK (kept_in IN ('database'));
