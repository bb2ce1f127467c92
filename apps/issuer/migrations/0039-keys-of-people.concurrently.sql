-- expand: the API keys of a person, and what happened in an organisation
DROP INDEX CONCURRENTLY IF EXISTS api_key_person;
CREATE INDEX CONCURRENTLY api_key_person ON api_key (person_id) WHERE person_id IS NOT NULL;
DROP INDEX CONCURRENTLY IF EXISTS audit_entry_organisation;
CREATE INDEX CONCURRENTLY audit_entry_organisation ON audit_entry (issuer_id, (coalesce(details ->> 'organisationId', object_id)), seq)
  WHERE seq IS NOT NULL AND issuer_id = '00000000-0000-0000-0000-000000000000';
