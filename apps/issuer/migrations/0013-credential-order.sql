-- The order in which an issuer's badges became readable: the number of the event `credential.issued`. Ids hold the time of a clock, which may go
-- back, and of two badges the one that was begun first may be ready last. Null until a badge is signed.
ALTER TABLE credential ADD COLUMN position bigint;
UPDATE credential c SET position = e.seq FROM api_event e
  WHERE e.issuer_id = c.issuer_id AND e.credential_id = c.id AND e.type = 'credential.issued';
-- Badges that are older than the events.
UPDATE credential c SET position = o.position FROM (
    SELECT issuer_id, id, -row_number() OVER (PARTITION BY issuer_id ORDER BY id DESC) AS position FROM credential
    WHERE position IS NULL AND signed_at IS NOT NULL) o
  WHERE c.issuer_id = o.issuer_id AND c.id = o.id;
CREATE UNIQUE INDEX credential_position ON credential (issuer_id, position) WHERE position IS NOT NULL;
DROP INDEX credential_by_achievement;
DROP INDEX credential_by_recipient;
CREATE INDEX credential_by_achievement ON credential (issuer_id, achievement_id, position);
CREATE INDEX credential_by_recipient ON credential (issuer_id, recipient_lookup, position);
