-- expand: passkeys of people, and the challenges that they sign
-- Reference tables of a distributed database, as all that is of people.
-- `public_key` is a COSE key. `counter` grows with each use where the authenticator counts, and stays 0 where it does not.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  credential_id bytea NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  backed_up boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_person ON passkey (person_id, id);

-- What a passkey is to sign, once. `holder_hash` is a hash of the secret of the browser, or of the session, that alone may answer.
CREATE TABLE passkey_challenge (
  holder_hash bytea PRIMARY KEY,
  challenge bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_expires ON passkey_challenge (expires_at);
