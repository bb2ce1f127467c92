-- expand: which badges were sent again in the last hour
DROP INDEX CONCURRENTLY IF EXISTS api_event_resent;
CREATE INDEX CONCURRENTLY api_event_resent ON api_event (issuer_id, at) WHERE type = 'credential.resent';
