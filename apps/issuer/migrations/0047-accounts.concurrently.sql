-- expand: an account of a provider is one person's
DROP INDEX CONCURRENTLY IF EXISTS person_account_provider;
CREATE UNIQUE INDEX CONCURRENTLY person_account_provider ON person_account (provider_id, account_id);
