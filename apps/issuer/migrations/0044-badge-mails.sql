-- expand: mails that tell learners of their badges; the language of a recipient; whether a request wants its badge mailed or not
-- What an issuer wants told, and how far its events were followed: `after_…` as of a webhook. `language` is that of recipients of whom none is known. `changes`:
-- that a badge was withdrawn, suspended or is valid again. `erased`: that it was erased.
CREATE TABLE mail_settings (
  issuer_id uuid PRIMARY KEY REFERENCES issuer,
  issued boolean NOT NULL,
  changes boolean NOT NULL,
  erased boolean NOT NULL,
  reminder_days integer CHECK (reminder_days BETWEEN 1 AND 180),
  language text NOT NULL CHECK (language IN ('en', 'de', 'fr', 'es', 'nl')),
  reply_to text,
  after_tx bigint NOT NULL,
  after_n integer NOT NULL,
  after_event uuid NOT NULL,
  served_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
-- A mail about a badge. It holds no address and no text: both are made when it is sent. `address` is the keyed hash of where it went. `awaited`: it was sent
-- with a link that claims, and nobody was reminded since. `answer` is what the server said, without addresses. `sealed`: that a badge was erased is told to an
-- address of which nothing else is left; it is emptied when the mail was sent or given up.
CREATE TABLE badge_mail (
  issuer_id uuid NOT NULL,
  id uuid NOT NULL,
  credential_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('issued', 'renewed', 'corrected', 'resent', 'reminder', 'withdrawn', 'suspended', 'resumed', 'erased')),
  event_id uuid,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'deferred', 'refused', 'bounced', 'dropped', 'kept')),
  attempts integer NOT NULL,
  next_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  ended_at timestamptz,
  address bytea,
  answer text,
  sealed text,
  awaited boolean NOT NULL,
  PRIMARY KEY (issuer_id, id),
  CONSTRAINT badge_mail_event UNIQUE (issuer_id, event_id),
  CONSTRAINT badge_mail_of_badge FOREIGN KEY (issuer_id, credential_id) REFERENCES credential (issuer_id, id)
);
CREATE INDEX badge_mail_badge ON badge_mail (issuer_id, credential_id, id);
CREATE INDEX badge_mail_due ON badge_mail (issuer_id, next_at) WHERE state IN ('queued', 'deferred');
CREATE INDEX badge_mail_awaited ON badge_mail (issuer_id, sent_at) WHERE awaited;
CREATE INDEX badge_mail_bounced ON badge_mail (issuer_id, address) WHERE state = 'bounced';
CREATE UNIQUE INDEX badge_mail_reminder ON badge_mail (issuer_id, credential_id) WHERE kind = 'reminder';
ALTER TABLE recipient ADD COLUMN language text;
ALTER TABLE credential ADD COLUMN mail boolean;
