import { EVENT_ID, ISSUER_ID, type Member, type Members, member, seldom, seldomTime, time, WEBHOOK_ID } from './member.js';

const URL = 'https://lms.example/hooks/badges';
const TYPES = ['credential.issued', 'credential.revoked'];

const WEBHOOK: Readonly<Record<string, Member>> = {
  id: member('The id of the webhook: a UUID.', WEBHOOK_ID),
  issuerId: member('The issuer whose events it is sent.', ISSUER_ID),
  url: member('Where events are sent.', URL),
  description: member('What it is for, as whoever made it said; null for nothing.', 'our course platform'),
  eventTypes: member('Which events it is sent; null for all, also those of later releases.', TYPES),
  disabled: seldom('Why it is sent nothing; null while it is.', { reason: 'failing', since: '2026-11-28T09:30:00.000Z' }),
  'disabled.reason': member(
    '`paused`: by a PATCH. `gone`: the receiver answered 410. `failing`: nothing arrived for three days. `secret-lost`: its secret cannot be read any more; make a new one.',
    'failing',
  ),
  'disabled.since': time('Since when.'),
  failingSince: seldomTime('Since when no delivery arrives; null when the last one did.'),
  lastDeliveredAt: time('When the last delivery arrived that did; null for never.'),
  keys: member('What signs deliveries: the present secret, and for a day after a rotation the one before it.'),
  'keys[].publicKey': member(
    'The public key of its `v1a` signatures (Ed25519): `whpk_` and 32 bytes in base64.',
    'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  ),
  'keys[].endsAt': seldomTime('When it signs no more; null for the present one.'),
  createdAt: time('When it was made.'),
  updatedAt: time('When it was changed last.'),
};

export const WEBHOOKS: Members = {
  CreateWebhook: {
    url: member(
      'Where events are sent: https on port 443 or 8443, at a public host. A local service also takes http on this machine. Redirects are not followed.',
      URL,
    ),
    description: member('What it is for, 1 to 200 characters.', 'our course platform'),
    eventTypes: member('Which events; all, also those of later releases, when absent.', TYPES),
    issuerId: member('Whose events: a UUID; the issuer of the key that asks when absent. An admin key has to say.', ISSUER_ID),
  },
  UpdateWebhook: {
    url: member('Where events are sent from now on.', URL),
    description: member('What it is for, 1 to 200 characters; null removes it.', 'our course platform'),
    eventTypes: member('Which events from now on; null for all.', TYPES),
    enabled: member('false stops it; true starts it again where it stopped.', false),
  },
  Webhook: WEBHOOK,
  WebhookWithSecret: {
    ...WEBHOOK,
    secret: member(
      'The secret of `v1` signatures (HMAC-SHA-256): `whsec_` and 32 bytes in base64. Shown this once.',
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
    ),
  },
  ReplayWebhook: { since: member('Every event from this time on is sent again. ISO 8601 with a time zone.', '2026-11-28T00:00:00Z') },
  WebhookDelivery: {
    id: member('The id of the event, which is sent as `webhook-id` every time.', EVENT_ID),
    webhookId: member('The webhook that it is sent to.', WEBHOOK_ID),
    type: member('The type of the event; `webhook.test` for a test.', 'credential.issued'),
    state: member('`waiting` (for its first or its next attempt), `delivered`, or `failed` after the last attempt.', 'delivered'),
    attempts: member('How often it was tried.', 1),
    nextAttemptAt: seldomTime('When it is tried next at the earliest; null unless it waits.'),
    attemptedAt: time('When it was tried last; null before the first time.'),
    status: member('The HTTP status of the last answer; null when none came.', 204),
    failure: seldom(
      'Why the last attempt did not arrive; null when it did. `http-status`: the answer was not 2xx. `refused-address`: the host has no public address.',
      'timeout',
    ),
    durationMs: member('How long the last attempt took, in milliseconds.', 84),
    excerpt: member('The beginning of the last answer in one line, at most 500 characters; null when it was empty.', 'ok'),
    createdAt: time('When the event came to the webhook.'),
  },
};
