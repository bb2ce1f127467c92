-- A badge that renews another names it. An erased badge keeps its row, so that its place in the status list is never given out again;
-- nothing personal is left in it.
ALTER TABLE credential ADD COLUMN predecessor_id uuid;
ALTER TABLE credential ADD COLUMN erased_at timestamptz;
ALTER TABLE credential ADD FOREIGN KEY (issuer_id, predecessor_id) REFERENCES credential (issuer_id, id);
CREATE INDEX credential_successor ON credential (issuer_id, predecessor_id, id) WHERE predecessor_id IS NOT NULL;

-- When the work behind a badge is due for another look. A badge without a row is not looked at: it has no work, or no longer stands.
CREATE TABLE work_watch (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL UNIQUE,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
CREATE INDEX work_watch_due ON work_watch (due_at);
-- Badges that were issued before are looked at in the course of the first week.
INSERT INTO work_watch (issuer_id, credential_id, due_at)
  SELECT issuer_id, id, now() + random() * interval '7 days' FROM credential
  WHERE signed_at IS NOT NULL AND revoked_at IS NULL AND jsonb_array_length(evidence_findings) > 0;

-- What each look at the work found. `piece` is the place of the evidence object in the badge, whose bytes never change.
CREATE TABLE work_look (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  piece smallint NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  same_bytes text NOT NULL CHECK (same_bytes IN ('matches', 'changed', 'gone', 'private', 'not-checked')),
  reason text,
  PRIMARY KEY (issuer_id, credential_id, piece, seq),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);

-- A person who vouched for badges of an issuer. The name stands in what they signed; of an address only a keyed hash is kept, to know
-- the same person again.
CREATE TABLE assessor (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL UNIQUE,
  lookup bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, id),
  UNIQUE (issuer_id, lookup)
);

-- Signed endorsements of a badge, as they were signed. Without an assessor: signed elsewhere.
CREATE TABLE endorsement (
  issuer_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  assessor_id uuid,
  form text NOT NULL CHECK (form IN ('json', 'jwt')),
  body text NOT NULL,
  api_key_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, credential_id, id),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id),
  FOREIGN KEY (issuer_id, assessor_id) REFERENCES assessor (issuer_id, id)
);
CREATE INDEX endorsement_assessor ON endorsement (issuer_id, assessor_id) WHERE assessor_id IS NOT NULL;

-- What happened, for those who follow it: written in the transaction of what happened. Ids and times, nothing personal. The counter makes
-- the numbers of one issuer come in the order of the commits, so that a reader who has one has all before it.
CREATE TABLE api_event_counter (
  issuer_id uuid PRIMARY KEY REFERENCES issuer,
  last bigint NOT NULL
);
CREATE TABLE api_event (
  issuer_id uuid NOT NULL REFERENCES issuer,
  seq bigint NOT NULL,
  id uuid NOT NULL UNIQUE,
  type text NOT NULL,
  credential_id uuid NOT NULL,
  data jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, seq),
  FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);

-- Both journals stay append-only, but for what erasing a badge takes away: its looks, and the words of its withdrawal.
CREATE FUNCTION is_erased(issuer uuid, credential uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT EXISTS (SELECT FROM credential c WHERE c.issuer_id = issuer AND c.id = credential AND c.erased_at IS NOT NULL) $$;
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason IS NULL AND is_erased(OLD.issuer_id, OLD.credential_id) THEN
    OLD.reason := NULL;
    IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the status journal is append-only';
END $$;
CREATE FUNCTION refuse_other_looks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_erased(OLD.issuer_id, OLD.credential_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the journal of looks is append-only';
END $$;
CREATE TRIGGER work_look_append_only BEFORE UPDATE OR DELETE ON work_look FOR EACH ROW EXECUTE FUNCTION refuse_other_looks();
