-- A key falls with the key that made it: withdrawn or expired. Keys that were made before have no maker that is known.
ALTER TABLE api_key ADD COLUMN created_by uuid REFERENCES api_key;
CREATE INDEX api_key_children ON api_key (created_by) WHERE created_by IS NOT NULL;

-- `credentials:write` and `keys:write` were each several things. Keys keep what they could do.
UPDATE api_key SET scopes = array_remove(scopes, 'credentials:write')
  || ARRAY['credentials:issue', 'credentials:revoke', 'credentials:erase', 'credentials:endorse', 'viewing-links:write']
  WHERE 'credentials:write' = ANY (scopes);
UPDATE api_key SET scopes = scopes || ARRAY['api-keys:write'] WHERE 'keys:write' = ANY (scopes);
