-- expand: people who sign in, their organisations and sessions, the links that lead to them, and the mails that carry those; people in the audit log
-- An organisation owns issuers and stands above them, so these are reference tables of a distributed database: each node has a whole copy.
-- An address is kept as it is compared: canonical. It is verified when they opened a link that was sent there.
-- The tables of better-auth are those that begin with `person`: it reads and writes them.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE organisation_issuer (
  issuer_id uuid PRIMARY KEY REFERENCES issuer,
  organisation_id uuid NOT NULL REFERENCES organisation
);
CREATE INDEX organisation_issuer_organisation ON organisation_issuer (organisation_id);
CREATE TABLE membership (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('owner', 'issuer', 'assessor', 'viewer')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX membership_person ON membership (person_id);

-- A browser in which somebody is signed in. `token` is a hash of what the browser sends; `updated_at` is when something was last asked in it.
CREATE TABLE person_session (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  token text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text
);
CREATE INDEX person_session_person ON person_session (person_id, id);

-- How else than by a link a person signs in: with what another service says of them. Nothing writes here yet.
CREATE TABLE person_account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX person_account_person ON person_account (person_id);

-- A link that signs somebody in, once: `identifier` is a hash of its secret. The row goes when it is used. Locks of the library stand here, too, under ids
-- that are no UUIDs.
CREATE TABLE person_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX person_verification_identifier ON person_verification (identifier);

-- A link that makes its opener an owner, once.
CREATE TABLE owner_link (
  token_hash bytea PRIMARY KEY,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'issuer', 'assessor', 'viewer')),
  token_hash bytea NOT NULL UNIQUE,
  invited_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
CREATE INDEX invitation_organisation ON invitation (organisation_id, id);

-- A mail on its way. `sealed` holds the address and what is written, sealed under the keyring; it is emptied once the mail was sent or given up. One that was sealed under
-- another keyring is given up.
CREATE TABLE mail (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('sign-in', 'invitation')),
  person_id uuid REFERENCES person,
  sealed text,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'kept', 'failed')),
  attempts integer NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  failure text
);
CREATE INDEX mail_created ON mail (created_at);
CREATE INDEX mail_person ON mail (person_id, created_at);

-- The list of actors grows by one. Nothing that older code writes is refused.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_check,
  ADD CONSTRAINT audit_entry_actor_check CHECK (actor IN ('api-key', 'person', 'operator', 'service')) NOT VALID;
