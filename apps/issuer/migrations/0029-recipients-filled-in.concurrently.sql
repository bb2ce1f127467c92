-- expand: badges of before recipients were rows, for the job that finds out whose they are; the index is empty once it has
DROP INDEX CONCURRENTLY IF EXISTS credential_without_recipient;
CREATE INDEX CONCURRENTLY credential_without_recipient ON credential (issuer_id, id) WHERE recipient_id IS NULL AND signed_json IS NOT NULL;
