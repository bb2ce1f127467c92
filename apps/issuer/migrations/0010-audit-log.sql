-- Who did what, for those who have to answer for it: written in the transaction of the act, one row an act. Ids and words of closed sets, so
-- that erasing a person's data need not touch it. The log of the service itself has the nil UUID as its issuer.
-- `txid` is the transaction of the act. The sealer gives the rows of finished transactions their numbers and chains them by hash.
CREATE TABLE audit_entry (
  issuer_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor IN ('api-key', 'operator', 'service')),
  api_key_id uuid,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  request_id text,
  details jsonb NOT NULL,
  txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint,
  previous bytea,
  hash bytea,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT audit_entry_actor CHECK ((actor = 'api-key') = (api_key_id IS NOT NULL)),
  CONSTRAINT audit_entry_sealed CHECK (num_nonnulls(seq, previous, hash) IN (0, 3))
);
CREATE UNIQUE INDEX audit_entry_chain ON audit_entry (issuer_id, seq) WHERE seq IS NOT NULL;
CREATE INDEX audit_entry_unsealed ON audit_entry (issuer_id, txid, id) WHERE seq IS NULL;

-- Append-only. Sealing is the one change that a row sees, and it sees it once.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.seq IS NULL AND NEW.seq IS NOT NULL THEN
    OLD.seq := NEW.seq;
    OLD.previous := NEW.previous;
    OLD.hash := NEW.hash;
    IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_keep_all BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
