-- expand: what happened in a time: claims, looks at work that found an answer, and answers that changed
DROP INDEX CONCURRENTLY IF EXISTS credential_claimed_at;
CREATE INDEX CONCURRENTLY credential_claimed_at ON credential (issuer_id, claimed_at) WHERE claimed_at IS NOT NULL;
DROP INDEX CONCURRENTLY IF EXISTS work_look_at;
CREATE INDEX CONCURRENTLY work_look_at ON work_look (issuer_id, at) WHERE same_bytes <> 'not-checked';
DROP INDEX CONCURRENTLY IF EXISTS api_event_changed;
CREATE INDEX CONCURRENTLY api_event_changed ON api_event (issuer_id, at) WHERE type = 'evidence.changed';
