-- expand: a person is one assessor of an issuer
DROP INDEX CONCURRENTLY IF EXISTS assessor_person;
CREATE UNIQUE INDEX CONCURRENTLY assessor_person ON assessor (issuer_id, person_id) WHERE person_id IS NOT NULL;
