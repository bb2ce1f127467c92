-- expand: signing in by the provider of an organisation (OpenID Connect)
-- A session that such a provider began is for its organisation alone.
ALTER TABLE person_session ADD COLUMN organisation_id uuid;

-- The provider of an organisation. `client_secret` is sealed under the keyring; `role` is what newcomers are.
CREATE TABLE sign_on (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  issuer text NOT NULL,
  client_id text NOT NULL,
  client_secret jsonb NOT NULL,
  role text NOT NULL CHECK (role IN ('issuer', 'assessor', 'viewer')),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

-- The mail domains whose addresses an organisation may vouch for. One belongs to one organisation.
CREATE TABLE mail_domain (
  domain text PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  created_at timestamptz NOT NULL
);
CREATE INDEX mail_domain_organisation ON mail_domain (organisation_id);

-- Somebody who was sent to a provider. `browser_hash` is of the secret of the browser that alone may come back; `state_hash` of the state that it brings.
CREATE TABLE sign_on_request (
  browser_hash bytea PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  state_hash bytea NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_on_request_expires ON sign_on_request (expires_at);
