-- expand: badges that want a second pair of eyes, and what assessors decide of them
ALTER TABLE achievement ADD COLUMN assessment text NOT NULL DEFAULT 'none' CHECK (assessment IN ('none', 'wanted'));
-- The question to an assessor whether they vouch for a badge, and the answer. `asked_by`: the API key or the person who issued the badge or asked by hand;
-- `decided_by`: a person. `note` and `reason` are free text about somebody.
CREATE TABLE assessment (
  issuer_id uuid NOT NULL,
  id uuid NOT NULL,
  credential_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'endorsed', 'sent-back')),
  by_hand boolean NOT NULL,
  asked_by uuid NOT NULL,
  note text,
  created_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  endorsement_id uuid,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT assessment_of_badge FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
CREATE UNIQUE INDEX assessment_waiting ON assessment (issuer_id, credential_id) WHERE state = 'waiting';
CREATE INDEX assessment_badge ON assessment (issuer_id, credential_id, id);
CREATE INDEX assessment_state ON assessment (issuer_id, state, id);
-- Who signs in a name of their own: the person who proved an address to the service. Null of a name that an issuer typed.
ALTER TABLE assessor ADD COLUMN person_id uuid;
-- Whether somebody wants a mail when badges wait for them, in which language, and when the last one was written.
ALTER TABLE person ADD COLUMN assessment_mails boolean NOT NULL DEFAULT true;
ALTER TABLE person ADD COLUMN assessments_told_at timestamptz;
ALTER TABLE person ADD COLUMN language text;
-- The list of kinds grows. Nothing that older code writes is refused.
ALTER TABLE mail DROP CONSTRAINT mail_kind_check,
  ADD CONSTRAINT mail_kind_check CHECK (kind IN ('sign-in', 'invitation', 'learner-data', 'learner-address', 'assessments')) NOT VALID;
