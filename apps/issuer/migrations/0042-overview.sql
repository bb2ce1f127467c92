-- expand: what happened on each day that is over, counted once; and when an API key was last used
-- `day` is the beginning of a day of UTC. A row is written when nothing can be added to its day any more, and days of an issuer follow each other without gaps.
CREATE TABLE overview_day (
  issuer_id uuid NOT NULL REFERENCES issuer,
  day timestamptz NOT NULL,
  issued integer NOT NULL,
  claimed integer NOT NULL,
  checked integer NOT NULL,
  changed integer NOT NULL,
  PRIMARY KEY (issuer_id, day)
);
-- In a table of its own, so that nobody who locks a key waits for it.
CREATE TABLE api_key_use (
  api_key_id uuid PRIMARY KEY REFERENCES api_key,
  last_used_at timestamptz NOT NULL
);
