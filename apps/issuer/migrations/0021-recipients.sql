-- expand: recipients as rows of their own, and which badge is whose
-- `id` follows from what a recipient is known by, so that two requests of one moment make one row. `lookup` is the keyed hash of the address, which may be
-- that of several people; `data_key` is sealed under the keyring and seals `email`. Who deletes the row destroys the key.
CREATE TABLE recipient (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL,
  external_id text,
  lookup bytea,
  name text,
  name_search text,
  data_key bytea,
  email bytea,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT recipient_sealed CHECK ((data_key IS NULL) = (email IS NULL)),
  CONSTRAINT recipient_searched CHECK ((name IS NULL) = (name_search IS NULL))
);
CREATE UNIQUE INDEX recipient_external ON recipient (issuer_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX recipient_by_address ON recipient (issuer_id, lookup) WHERE lookup IS NOT NULL;

-- Parts of names are found by their trigrams, where the server has the two extensions and lets us make them; else the rows of the issuer are gone through.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE INDEX recipient_name ON recipient USING gin (issuer_id, name_search gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
  RAISE NOTICE 'names are searched without an index: %', SQLERRM;
END $$;

-- Null for badges of before, until the job has found out whose they are, and for erased ones.
ALTER TABLE credential ADD COLUMN recipient_id uuid;
ALTER TABLE credential ADD CONSTRAINT credential_recipient FOREIGN KEY (issuer_id, recipient_id) REFERENCES recipient (issuer_id, id) NOT VALID;
