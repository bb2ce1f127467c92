-- A key that signed nothing leaves the published documents when it is retired: used_at is when it was first taken for signing. A revoked key
-- is retired as well.
ALTER TABLE signing_key
  ADD COLUMN used_at timestamptz,
  ADD COLUMN revoked_at timestamptz,
  ADD COLUMN revocation_reason text,
  ADD CONSTRAINT signing_key_revoked CHECK (revoked_at IS NULL OR retired_at IS NOT NULL);

-- Which key signed what is signed anew when its key is revoked. Null for linkages that were signed before this.
ALTER TABLE status_list_document ADD COLUMN signing_key_id text;
ALTER TABLE issuer_domain ADD COLUMN signing_key_id text;
UPDATE status_list_document d SET signing_key_id = k.id
  FROM signing_key k
  WHERE k.issuer_id = d.issuer_id AND k.verification_method = d.body::json #>> '{proof,verificationMethod}';

UPDATE signing_key k SET used_at = k.created_at
  WHERE EXISTS (SELECT FROM credential c WHERE c.issuer_id = k.issuer_id AND k.id IN (c.data_integrity_key, c.jwt_key))
    OR EXISTS (SELECT FROM status_list_document d WHERE d.issuer_id = k.issuer_id AND d.signing_key_id = k.id)
    OR (k.algorithm = 'Ed25519' AND EXISTS (SELECT FROM endorsement e WHERE e.issuer_id = k.issuer_id AND e.assessor_id IS NOT NULL))
    OR (k.algorithm = 'ES256' AND EXISTS (SELECT FROM issuer_domain d WHERE d.issuer_id = k.issuer_id));
