-- expand: issuers that the operator has suspended, and what readers reported of issuers
-- Not `suspended_at`: a release before this one joins `credential`, which has that, and names it alone.
ALTER TABLE issuer ADD COLUMN suspended_since timestamptz;
ALTER TABLE issuer ADD COLUMN suspension_reason text;
-- What somebody without an account told the operator. The issuer never sees it, so it is a table of the service, and no tenant's. `sealed` holds what
-- they wrote and where to answer them, sealed under the keyring; it is emptied some time after the decision.
CREATE TABLE issuer_report (
  id uuid PRIMARY KEY,
  issuer_id uuid NOT NULL REFERENCES issuer,
  credential_id uuid,
  reason text NOT NULL CHECK (reason IN ('impersonation', 'untrue', 'personal-data', 'unlawful', 'other')),
  sealed text,
  created_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('dismissed', 'acted')),
  decided_at timestamptz,
  decided_by uuid,
  CONSTRAINT issuer_report_decided CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX issuer_report_issuer ON issuer_report (issuer_id, created_at);
