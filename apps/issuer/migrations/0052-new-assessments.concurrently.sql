-- expand: what has come to wait since an assessor was told, without a look at everything that waits
DROP INDEX CONCURRENTLY IF EXISTS assessment_new;
CREATE INDEX CONCURRENTLY assessment_new ON assessment (issuer_id, created_at) WHERE state = 'waiting';
