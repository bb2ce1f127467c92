-- expand: lists of badges that were claimed
DROP INDEX CONCURRENTLY IF EXISTS credential_claimed;
CREATE INDEX CONCURRENTLY credential_claimed ON credential (issuer_id, (coalesce(tx, position))) WHERE claimed_at IS NOT NULL;
