-- expand: what learners ask for by themselves: their data, and to be named rightly; the mails that prove their addresses
-- `data`: whoever has the link of the mail sees what is kept of them, and can have it erased. `correction`: `proposal` says what is right, sealed, until it was
-- decided; `open` until the new address was proven, then `waiting` for the issuer. `address`: the keyed hash of where the mail went. `ended`: a newer one took
-- its place. `proves_address`: whoever asked had come by a link that was mailed to the address of the badge.
CREATE TABLE learner_request (
  issuer_id uuid NOT NULL,
  id uuid NOT NULL,
  credential_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('data', 'correction')),
  state text NOT NULL CHECK (state IN ('open', 'waiting', 'accepted', 'refused', 'ended')),
  token_hash bytea,
  address bytea,
  proposal text,
  proves_address boolean NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  proven_at timestamptz,
  decided_at timestamptz,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT learner_request_token UNIQUE (issuer_id, token_hash),
  CONSTRAINT learner_request_of_badge FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
CREATE INDEX learner_request_badge ON learner_request (issuer_id, credential_id, id);
CREATE INDEX learner_request_address ON learner_request (issuer_id, address, created_at) WHERE address IS NOT NULL;
CREATE INDEX learner_request_state ON learner_request (issuer_id, state, id) WHERE kind = 'correction';
-- The list of kinds grows. Nothing that older code writes is refused.
ALTER TABLE mail DROP CONSTRAINT mail_kind_check,
  ADD CONSTRAINT mail_kind_check CHECK (kind IN ('sign-in', 'invitation', 'learner-data', 'learner-address')) NOT VALID;
