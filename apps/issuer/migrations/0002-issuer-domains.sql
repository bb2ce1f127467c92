-- A web domain that an issuer claims as its own. The credential is signed once, and hosted by whoever holds the domain;
-- the claim alone proves nothing, and nothing here says that it was proved.
CREATE TABLE issuer_domain (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL UNIQUE,
  origin text NOT NULL,
  credential text NOT NULL,
  valid_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer_id, id),
  UNIQUE (issuer_id, origin)
);
