-- Idempotency keys expire: the job that deletes the old ones finds them by their age.
CREATE INDEX idempotency_created ON idempotency (created_at);
