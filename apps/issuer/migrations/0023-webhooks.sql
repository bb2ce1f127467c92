-- expand: webhooks with their secrets and deliveries; an event need not be about a badge
-- A webhook: where the events of an issuer are sent. `event_types` is empty for all. (`after_tx`, `after_n`, `after_event`) is the place in the
-- outbox up to which events became deliveries. One process at a time serves a webhook: the one that holds its lease. `failures` counts the attempts
-- since the last delivery that arrived; `rests_until` is when the webhook is tried again at the earliest.
CREATE TABLE webhook (
  issuer_id uuid NOT NULL REFERENCES issuer,
  id uuid NOT NULL,
  url text NOT NULL,
  description text,
  event_types text[] NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  disabled_at timestamptz,
  disabled_reason text CHECK (disabled_reason IN ('paused', 'gone', 'failing', 'secret-lost')),
  deleted_at timestamptz,
  after_tx bigint NOT NULL,
  after_n integer NOT NULL,
  after_event uuid NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  last_delivered_at timestamptz,
  rests_until timestamptz NOT NULL,
  served_at timestamptz NOT NULL,
  lease uuid,
  lease_until timestamptz,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT webhook_disabled CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL))
);
CREATE INDEX webhook_id ON webhook (id);
CREATE INDEX webhook_served ON webhook (served_at) WHERE disabled_at IS NULL AND deleted_at IS NULL;

-- What deliveries are signed with, sealed under the keyring: a secret of 32 bytes, and an Ed25519 key. For a day after a rotation there are two.
CREATE TABLE webhook_secret (
  issuer_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  id uuid NOT NULL,
  keyring text NOT NULL REFERENCES keyring (key_check),
  sealed jsonb NOT NULL,
  public_key text NOT NULL,
  created_at timestamptz NOT NULL,
  ends_at timestamptz,
  PRIMARY KEY (issuer_id, webhook_id, id),
  FOREIGN KEY (issuer_id, webhook_id) REFERENCES webhook (issuer_id, id)
);

-- One event on its way to one webhook; what is sent is read from the outbox each time. `subject` is what it is about: of one subject, a later event
-- waits for the earlier ones. (`tx`, `n`) is the order of the outbox.
CREATE TABLE webhook_delivery (
  issuer_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  subject uuid NOT NULL,
  tx bigint NOT NULL,
  n integer NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  attempted_at timestamptz,
  status integer,
  failure text,
  duration_ms integer,
  excerpt text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer_id, webhook_id, event_id),
  FOREIGN KEY (issuer_id, webhook_id) REFERENCES webhook (issuer_id, id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (issuer_id, webhook_id, next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_subject ON webhook_delivery (issuer_id, webhook_id, subject) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_failed ON webhook_delivery (issuer_id, webhook_id, event_id) WHERE state = 'failed';
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (issuer_id, webhook_id, event_id) WHERE state = 'waiting';

-- `webhook.disabled` is about no badge.
ALTER TABLE api_event ALTER COLUMN credential_id DROP NOT NULL;
