-- expand: links by which learners claim their badges, and what they agree to
-- A link is found by the hash of its secret, until it was used; then the learner has another secret. `address` is the keyed hash of the address to
-- which the badge was issued when the link was made; null of a badge without one. `proves_address`: the service mails it to there itself.
CREATE TABLE claim_link (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  learner_hash bytea,
  address bytea,
  proves_address boolean NOT NULL,
  api_key_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (issuer_id, credential_id, id),
  CONSTRAINT claim_link_token UNIQUE (issuer_id, token_hash),
  CONSTRAINT claim_link_learner UNIQUE (issuer_id, learner_hash),
  CONSTRAINT claim_link_used CHECK ((used_at IS NULL) = (learner_hash IS NULL)),
  CONSTRAINT claim_link_of_badge FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
-- Each answer of a learner is a row; the last one, by `seq`, counts. Null is what was not asked. `claim_link_id` is null of what a badge took over from the one
-- that it renews or corrects.
CREATE TABLE consent (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  claim_link_id uuid,
  page boolean NOT NULL,
  search boolean NOT NULL,
  copies boolean,
  archives boolean,
  at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, seq),
  CONSTRAINT consent_of_badge FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
ALTER TABLE credential ADD COLUMN claimed_at timestamptz;
