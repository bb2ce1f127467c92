-- A badge is signed before it is stored, and stored once: the signed JSON, and of its token the header and the signature, since its payload is the
-- badge. Rows of before keep the whole token.
--
-- For one release, in which processes of the release before may still run beside this one: `unsigned`, `signed_jwt`, `position`,
-- `api_event.seq` and `api_event_counter` are read and no longer written; `signed_at` is written, since an earlier process takes a badge without it
-- for one that it has to sign.
SET LOCAL lock_timeout = '30s';

ALTER TABLE credential
  ALTER COLUMN unsigned DROP NOT NULL,
  ADD COLUMN detached_jwt text,
  ADD COLUMN tx bigint;

-- The order of what happened, without a row that all have to wait for: `tx` is the number of the transaction. Readers see what is older than all
-- transactions that still run. The default serves processes of the release before.
ALTER TABLE credential ALTER COLUMN tx SET DEFAULT pg_current_xact_id()::text::bigint;
CREATE INDEX credential_order ON credential (issuer_id, (coalesce(tx, position)));
DROP INDEX credential_by_achievement;
DROP INDEX credential_by_recipient;
CREATE INDEX credential_by_achievement ON credential (issuer_id, achievement_id, (coalesce(tx, position)));
CREATE INDEX credential_by_recipient ON credential (issuer_id, recipient_lookup, (coalesce(tx, position)));

-- `n` is the number of an event within its transaction.
ALTER TABLE api_event DROP CONSTRAINT api_event_pkey;
ALTER TABLE api_event
  ALTER COLUMN seq DROP NOT NULL,
  ADD COLUMN tx bigint,
  ADD COLUMN n integer NOT NULL DEFAULT 0,
  ADD PRIMARY KEY (issuer_id, id),
  DROP CONSTRAINT api_event_issuer_id_id_key;
ALTER TABLE api_event ALTER COLUMN tx SET DEFAULT pg_current_xact_id()::text::bigint;
CREATE INDEX api_event_order ON api_event (issuer_id, (coalesce(tx, seq)), n);

-- What is added to the server's numbers of transactions, so that the order never goes back when a database is restored into a server whose numbers
-- are lower. `origin` names the server and the database for which `value` was found.
CREATE TABLE transaction_offset (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  origin text NOT NULL,
  value bigint NOT NULL
);
