-- What public archives are asked to save, with the recipient's consent, and what became of it; n is the place of the work in its badge.
-- Written with the badge; asked after it was issued. `at`: when to ask next, or since when the state is what it is.
CREATE TABLE archive_request (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  n integer NOT NULL CHECK (n BETWEEN 1 AND 99),
  archive text NOT NULL CHECK (archive IN ('software-heritage', 'wayback')),
  url text NOT NULL,
  swhid text,
  state text NOT NULL CHECK (state IN ('requested', 'kept', 'failed')),
  job text,
  archived_url text,
  reason text,
  attempts integer NOT NULL,
  at timestamptz NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, n, archive),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
