-- expand: which person made an API key
-- Null where a key made it, or somebody at the machine; and of keys that were made before this file.
ALTER TABLE api_key ADD COLUMN person_id uuid;
