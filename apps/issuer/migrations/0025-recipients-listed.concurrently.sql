-- expand: recipients are listed by when they were first met
DROP INDEX CONCURRENTLY IF EXISTS recipient_by_time;
CREATE INDEX CONCURRENTLY recipient_by_time ON recipient (issuer_id, created_at, id);
