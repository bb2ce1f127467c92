-- What was found about the work when a badge was issued, byte for byte as it is served: the badge is bound to these bytes by their digest.
CREATE TABLE evidence_report (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL UNIQUE,
  body text NOT NULL,
  PRIMARY KEY (issuer_id, credential_id),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
