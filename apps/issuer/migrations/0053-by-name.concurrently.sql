-- expand: badges are listed by the names of their recipients
-- As `NAME_KEY` of the store says it: the names as they are compared, letters without an accent to take away as the letter that they look like, and no more of a name than an index takes.
DROP INDEX CONCURRENTLY IF EXISTS recipient_by_name;
CREATE INDEX CONCURRENTLY recipient_by_name ON recipient (issuer_id, (left(translate(name_search, 'łøđðħŧıßæœþ', 'loddhtisaot'), 100) COLLATE "C"), id);
-- Badges of nobody, such as those that were erased, come last.
DROP INDEX CONCURRENTLY IF EXISTS credential_of_nobody;
CREATE INDEX CONCURRENTLY credential_of_nobody ON credential (issuer_id, (coalesce(tx, position)), id) WHERE recipient_id IS NULL;
