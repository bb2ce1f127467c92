-- expand: what lists of badges and of recipients are read by
DROP INDEX CONCURRENTLY IF EXISTS credential_of_recipient;
CREATE INDEX CONCURRENTLY credential_of_recipient ON credential (issuer_id, recipient_id, (coalesce(tx, position))) WHERE recipient_id IS NOT NULL;
-- Few badges are in these states, so a list of them must not go through all the others.
DROP INDEX CONCURRENTLY IF EXISTS credential_revoked;
CREATE INDEX CONCURRENTLY credential_revoked ON credential (issuer_id, (coalesce(tx, position))) WHERE revoked_at IS NOT NULL;
DROP INDEX CONCURRENTLY IF EXISTS credential_suspended;
CREATE INDEX CONCURRENTLY credential_suspended ON credential (issuer_id, (coalesce(tx, position))) WHERE suspended_at IS NOT NULL;
DROP INDEX CONCURRENTLY IF EXISTS credential_erased;
CREATE INDEX CONCURRENTLY credential_erased ON credential (issuer_id, (coalesce(tx, position))) WHERE erased_at IS NOT NULL;
DROP INDEX CONCURRENTLY IF EXISTS credential_ending;
CREATE INDEX CONCURRENTLY credential_ending ON credential (issuer_id, valid_until) WHERE valid_until IS NOT NULL;
DROP INDEX CONCURRENTLY IF EXISTS credential_later;
CREATE INDEX CONCURRENTLY credential_later ON credential (issuer_id, valid_from) WHERE valid_from > created_at;
ALTER TABLE credential VALIDATE CONSTRAINT credential_recipient;
