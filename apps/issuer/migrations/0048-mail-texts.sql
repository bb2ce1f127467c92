-- expand: what mails of an issuer say, where it wrote that itself
CREATE TABLE mail_text (
  issuer_id uuid NOT NULL REFERENCES issuer,
  kind text NOT NULL CHECK (kind IN ('issued', 'renewed', 'corrected', 'resent', 'reminder', 'withdrawn', 'suspended', 'resumed', 'erased')),
  language text NOT NULL CHECK (language IN ('en', 'de', 'fr', 'es', 'nl')),
  subject text NOT NULL,
  paragraphs jsonb NOT NULL,
  button text,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, kind, language)
);
