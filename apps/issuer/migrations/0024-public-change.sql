-- expand: a table of its own.
-- What changed that public documents show, for the processes that keep such documents in memory. Rows are read behind the oldest transaction that runs,
-- as those of api_event, and deleted after some hours. `object_id` is empty where the issuer itself is what changed. On a distributed database the
-- table stays on the node to which the service connects.
CREATE TABLE public_change (
  issuer_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('credential', 'achievement', 'assessor', 'issuer', 'record', 'status-list')),
  object_id text NOT NULL,
  tx bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer_id, tx, kind, object_id)
);
CREATE INDEX public_change_order ON public_change (tx);
