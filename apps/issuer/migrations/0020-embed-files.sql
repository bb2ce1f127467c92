-- expand: a table of its own.
-- Every version of the badge element that was offered, so that a page that pinned one goes on working whichever process it asks. `body` is the file,
-- `br` and `gzip` its compressed forms.
CREATE TABLE embed_file (
  version text NOT NULL,
  name text NOT NULL,
  integrity text NOT NULL,
  body bytea NOT NULL,
  br bytea,
  gzip bytea,
  PRIMARY KEY (version, name)
);
