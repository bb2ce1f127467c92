-- expand: links that sign somebody in as rows of ours, and the requests for them that wait to be answered
-- `proves_address` is false for a link that was handed over at the machine: it shows nothing about who reads the mail.
CREATE TABLE sign_in_link (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  proves_address boolean NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_link_expires ON sign_in_link (expires_at);

-- Somebody asked for a link. `sealed` holds the address, whether anybody has it or not. The row goes when it is answered.
CREATE TABLE sign_in_request (
  id uuid PRIMARY KEY,
  sealed jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX sign_in_request_created ON sign_in_request (created_at);
