-- expand: what was done to many badges at once and can be undone for some minutes
-- `revoke`: the badges are suspended, and revoked after `due_at`. `suspend`: they are suspended. `issue`: a job that is taken back; its badges are found by
-- their job. `finishing` and `undoing` go on after a crash.
CREATE TABLE bulk_act (
  issuer_id uuid NOT NULL REFERENCES issuer (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('revoke', 'suspend', 'issue')),
  state text NOT NULL CHECK (state IN ('open', 'finishing', 'final', 'undoing', 'undone')),
  job_id uuid,
  api_key_id uuid NOT NULL,
  badges integer NOT NULL,
  created_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT bulk_act_of_job UNIQUE (issuer_id, job_id)
);
CREATE INDEX bulk_act_due ON bulk_act (due_at) WHERE ended_at IS NULL;
-- `suspended_at`: since when the badge is suspended; an act touches it only as long as that is so. `before`: it was suspended already when the act began.
CREATE TABLE bulk_act_badge (
  issuer_id uuid NOT NULL,
  act_id uuid NOT NULL,
  credential_id uuid NOT NULL,
  suspended_at timestamptz NOT NULL,
  before boolean NOT NULL,
  reason text,
  PRIMARY KEY (issuer_id, act_id, credential_id),
  CONSTRAINT bulk_act_badge_of_act FOREIGN KEY (issuer_id, act_id) REFERENCES bulk_act (issuer_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_act_badge_of_badge ON bulk_act_badge (issuer_id, credential_id);
