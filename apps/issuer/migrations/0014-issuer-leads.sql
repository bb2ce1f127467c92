-- The issuer leads every key: each primary key and unique key of a tenant's table begins with issuer_id, so that the tables can be distributed by
-- it (docs/decisions/distributed.md). The reference tables `issuer` and `api_key` keep their own.

-- An issuer's number stands in the ids that are made for it, so that an address leads to its issuer. Random, so that it tells nothing of how many
-- issuers there are. The default serves a process of the release before, which does not know the column.
ALTER TABLE issuer ADD COLUMN number bigint CHECK (number BETWEEN 0 AND 4294967295) UNIQUE;
ALTER TABLE issuer ALTER COLUMN number SET DEFAULT ('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint;
DO $$
DECLARE
  one uuid;
BEGIN
  FOR one IN SELECT id FROM issuer LOOP
    LOOP
      BEGIN
        UPDATE issuer SET number = DEFAULT WHERE id = one;
        EXIT;
      EXCEPTION WHEN unique_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;
ALTER TABLE issuer ALTER COLUMN number SET NOT NULL;

-- The index of the unique key of two columns is made before the old one goes.
ALTER TABLE signing_key ADD UNIQUE (issuer_id, verification_method);
ALTER TABLE signing_key DROP CONSTRAINT signing_key_verification_method_key;
ALTER TABLE credential ADD UNIQUE (issuer_id, status_list_id, status_index);
ALTER TABLE credential DROP CONSTRAINT credential_status_list_id_status_index_key;
ALTER TABLE api_event ADD UNIQUE (issuer_id, id);
ALTER TABLE api_event DROP CONSTRAINT api_event_id_key;
ALTER TABLE viewing_link ADD UNIQUE (issuer_id, token_hash);
ALTER TABLE viewing_link DROP CONSTRAINT viewing_link_token_hash_key;

-- Ids and links that were made before name no issuer. Their issuer is looked up by these.
CREATE INDEX credential_id ON credential (id);
ALTER TABLE credential DROP CONSTRAINT credential_id_key;
CREATE INDEX achievement_id ON achievement (id);
ALTER TABLE achievement DROP CONSTRAINT achievement_id_key;
CREATE INDEX status_list_id ON status_list (id);
ALTER TABLE status_list DROP CONSTRAINT status_list_id_key;
CREATE INDEX viewing_link_token ON viewing_link (token_hash);

-- Primary keys that begin with issuer_id are there already.
ALTER TABLE viewing_link DROP CONSTRAINT viewing_link_id_key;
ALTER TABLE status_event DROP CONSTRAINT status_event_seq_key;
ALTER TABLE issuer_domain DROP CONSTRAINT issuer_domain_id_key;
ALTER TABLE evidence_report DROP CONSTRAINT evidence_report_credential_id_key;
ALTER TABLE work_watch DROP CONSTRAINT work_watch_credential_id_key;
ALTER TABLE assessor DROP CONSTRAINT assessor_id_key;
ALTER TABLE endorsement DROP CONSTRAINT endorsement_id_key;
DROP INDEX capture_public;

-- A claim lies with the badges of its issuer. Claims without an issuer are of requests that were never answered: those of an issuer's own key keep
-- their lease, those of an admin key could belong to any issuer and are given back.
UPDATE idempotency SET issuer_id = owner WHERE issuer_id IS NULL AND owner IN (SELECT id FROM issuer);
DELETE FROM idempotency WHERE issuer_id IS NULL;
ALTER TABLE idempotency DROP CONSTRAINT idempotency_pkey, ADD PRIMARY KEY (issuer_id, owner, key);

-- A trigger sees its own row and the setting of its transaction, and asks no other table. `proofmark.erasing` is the id of the badge that the
-- transaction erases.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason IS NULL AND OLD.credential_id::text = current_setting('proofmark.erasing', true) THEN
    OLD.reason := NULL;
    IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the status journal is append-only';
END $$;
CREATE OR REPLACE FUNCTION refuse_other_looks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.credential_id::text = current_setting('proofmark.erasing', true) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the journal of looks is append-only';
END $$;
DROP FUNCTION is_erased(uuid, uuid);
