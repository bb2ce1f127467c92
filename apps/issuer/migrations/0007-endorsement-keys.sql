-- An Idempotency-Key may stand for an endorsement of a badge, too.
ALTER TABLE idempotency ADD COLUMN endorsement_id uuid;
-- Erasing a badge looks for its events.
CREATE INDEX api_event_credential ON api_event (issuer_id, credential_id);
