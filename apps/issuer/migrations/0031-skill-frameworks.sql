-- expand: frameworks of skills that issuers import
CREATE TABLE skill_framework (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL,
  name text NOT NULL,
  url text,
  format text NOT NULL CHECK (format IN ('case', 'esco', 'csv')),
  skills integer NOT NULL,
  skipped integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT skill_framework_name UNIQUE (issuer_id, name)
);
-- `n` is the place in the file, from 1; `search` has the name, other names and the code, as names are compared.
CREATE TABLE skill (
  issuer_id uuid NOT NULL,
  framework_id uuid NOT NULL,
  n integer NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  code text,
  description text,
  target_type text,
  search text NOT NULL,
  PRIMARY KEY (issuer_id, framework_id, n),
  CONSTRAINT skill_of_framework FOREIGN KEY (issuer_id, framework_id) REFERENCES skill_framework (issuer_id, id)
);

-- As with names of recipients: without the extensions, the skills of the issuer are gone through.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE INDEX skill_search ON skill USING gin (issuer_id, search gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
  RAISE NOTICE 'skills are searched without an index: %', SQLERRM;
END $$;
