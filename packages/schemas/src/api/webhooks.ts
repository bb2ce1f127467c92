import { z } from 'zod';
import { API_EVENT_TYPES, type ApiEventType } from './events.js';
import { as, dateTime, id, text, webUrl } from './fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from './paging.js';

/** A new webhook: an address to which events are sent (Standard Webhooks). */
export interface CreateWebhook {
  /** https on port 443 or 8443; on a local service also http on loopback. Redirects are not followed. */
  readonly url: string;
  readonly description?: string | undefined;
  /** Which events; all, also those of later releases, when absent. */
  readonly eventTypes?: readonly ApiEventType[] | undefined;
  /** Default: the issuer of the key that asks. An admin key has to name it. */
  readonly issuerId?: string | undefined;
}

/** A change of a webhook (JSON Merge Patch, RFC 7396): null removes, absent leaves alone. */
export interface UpdateWebhook {
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  /** Null for all. */
  readonly eventTypes?: readonly ApiEventType[] | null | undefined;
  /** False stops it; true goes on where it stopped, also after the service disabled it. */
  readonly enabled?: boolean | undefined;
}

/** Why a webhook is sent nothing. */
export const WEBHOOK_STOPS = ['paused', 'gone', 'failing', 'secret-lost'] as const;
export type WebhookStop = (typeof WEBHOOK_STOPS)[number];

/** One of the secrets with which deliveries are signed. */
export interface WebhookKey {
  /** The public half of the Ed25519 key of `v1a` signatures: `whpk_` and base64. */
  readonly publicKey: string;
  /** When it stops signing; null for the present one. */
  readonly endsAt: string | null;
}

export interface Webhook {
  readonly id: string;
  readonly issuerId: string;
  readonly url: string;
  readonly description: string | null;
  /** Null for all. */
  readonly eventTypes: readonly ApiEventType[] | null;
  /** Null while it is sent events. */
  readonly disabled: { readonly reason: WebhookStop; readonly since: string } | null;
  /** Since when no delivery arrived; null when the last one did. */
  readonly failingSince: string | null;
  readonly lastDeliveredAt: string | null;
  /** One, or two for a day after the secret was rotated. */
  readonly keys: readonly WebhookKey[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `secret` is shown this once. */
export interface WebhookWithSecret extends Webhook {
  /** The secret of `v1` signatures (HMAC-SHA-256): `whsec_` and base64. */
  readonly secret: string;
}

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt did not arrive. `http-status`: the answer was not 2xx. */
export const DELIVERY_FAILURES = [
  'http-status',
  'redirect',
  'timeout',
  'unreachable',
  'refused-address',
  'too-large',
  'malformed-response',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** One event on its way to one webhook. */
export interface WebhookDelivery {
  /** The id of the event, which is sent as `webhook-id`, every time. */
  readonly id: string;
  readonly webhookId: string;
  /** `webhook.test` for a test. */
  readonly type: ApiEventType | 'webhook.test';
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it is tried again at the earliest; null unless it waits. */
  readonly nextAttemptAt: string | null;
  readonly attemptedAt: string | null;
  /** The HTTP status of the last answer; null when there was none. */
  readonly status: number | null;
  readonly failure: DeliveryFailure | null;
  /** How long the last attempt took, in milliseconds. */
  readonly durationMs: number | null;
  /** The beginning of the last answer, at most 500 characters. */
  readonly excerpt: string | null;
  readonly createdAt: string;
}

export interface ReplayWebhook {
  /** Every event from this time on is sent again. */
  readonly since: string;
}

export interface ListWebhooksQuery extends PageQuery {
  readonly issuer?: string | undefined;
}

export interface ListDeliveriesQuery extends PageQuery {
  readonly state?: DeliveryState | undefined;
}

const eventTypes = z
  .array(z.enum(API_EVENT_TYPES))
  .min(1)
  .max(API_EVENT_TYPES.length)
  .refine((types) => new Set(types).size === types.length, as('not-unique', 'names a type twice: once is enough'));

export const createWebhookSchema: z.ZodType<CreateWebhook> = z
  .strictObject({
    url: webUrl(),
    description: text(200).optional(),
    eventTypes: eventTypes.optional(),
    issuerId: id().optional(),
  })
  .meta({
    id: 'CreateWebhook',
    example: { url: 'https://lms.example/hooks/badges', eventTypes: ['credential.issued', 'credential.revoked'] },
  });

export const updateWebhookSchema: z.ZodType<UpdateWebhook> = z
  .strictObject({
    url: webUrl().optional(),
    description: text(200).nullable().optional(),
    eventTypes: eventTypes.nullable().optional(),
    enabled: z.boolean().optional(),
  })
  .meta({ id: 'UpdateWebhook', description: 'JSON Merge Patch: null removes, absent leaves alone.', example: { enabled: false } });

const webhook = {
  id: id(),
  issuerId: id(),
  url: z.string(),
  description: z.string().nullable(),
  eventTypes: z.array(z.enum(API_EVENT_TYPES)).nullable(),
  disabled: z.object({ reason: z.enum(WEBHOOK_STOPS), since: z.string() }).nullable(),
  failingSince: z.string().nullable(),
  lastDeliveredAt: z.string().nullable(),
  keys: z.array(z.object({ publicKey: z.string(), endsAt: z.string().nullable() })),
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const webhookSchema: z.ZodType<Webhook> = z.object(webhook).meta({ id: 'Webhook' });
export const webhookWithSecretSchema: z.ZodType<WebhookWithSecret> = z
  .object({ ...webhook, secret: z.string() })
  .meta({ id: 'WebhookWithSecret' });

export const webhookDeliverySchema: z.ZodType<WebhookDelivery> = z
  .object({
    id: id(),
    webhookId: id(),
    type: z.enum([...API_EVENT_TYPES, 'webhook.test']),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    nextAttemptAt: z.string().nullable(),
    attemptedAt: z.string().nullable(),
    status: z.int().nullable(),
    failure: z.enum(DELIVERY_FAILURES).nullable(),
    durationMs: z.int().nullable(),
    excerpt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'WebhookDelivery' });

export const replayWebhookSchema: z.ZodType<ReplayWebhook> = z
  .strictObject({ since: dateTime() })
  .meta({ id: 'ReplayWebhook', example: { since: '2026-11-28T00:00:00Z' } });

export const listWebhooksQuerySchema: QuerySchema<ListWebhooksQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional().meta({ description: 'An admin key has to name it; other keys see their own issuer.' }),
});

export const listDeliveriesQuerySchema: QuerySchema<ListDeliveriesQuery> = z.strictObject({
  ...pageQueryFields,
  state: z.enum(DELIVERY_STATES).optional(),
});
