import { z } from 'zod';
import { id, matching } from './fields.js';
import type { QuerySchema } from './paging.js';

/** What can happen that others may want to hear of: to a badge, or to what tells them. */
export const API_EVENT_TYPES = [
  'credential.issued',
  'credential.renewed',
  'credential.corrected',
  'credential.revoked',
  'credential.suspended',
  'credential.resumed',
  'credential.erased',
  'credential.resigned',
  'credential.resent',
  'credential.claimed',
  'consent.changed',
  'evidence.changed',
  'endorsement.added',
  'assessment.sent-back',
  'correction.waiting',
  'webhook.disabled',
  'issuer.suspended',
  'issuer.resumed',
] as const;
export type ApiEventType = (typeof API_EVENT_TYPES)[number];

/** An event. It names its subject, and has no personal data: read the badge for more. */
export interface ApiEvent {
  /** Also the cursor: `after` takes it. */
  readonly id: string;
  readonly type: ApiEventType;
  readonly timestamp: string;
  readonly data: {
    readonly issuerId: string;
    /** The badge; absent in `webhook.disabled`, `issuer.suspended` and `issuer.resumed`. */
    readonly credentialId?: string | undefined;
    /** Of `credential.renewed` and `credential.corrected`: the badge that renews this one, or stands in its place. */
    readonly successorId?: string | undefined;
    /** Of `endorsement.added`. */
    readonly endorsementId?: string | undefined;
    /** Of `assessment.sent-back`. */
    readonly assessmentId?: string | undefined;
    /** Of `correction.waiting`. */
    readonly correctionId?: string | undefined;
    /** Of `webhook.disabled`: the webhook that is sent nothing more. */
    readonly webhookId?: string | undefined;
    /** Of `webhook.disabled`: `gone`, `failing` or `secret-lost`. */
    readonly reason?: string | undefined;
  };
}

export interface ListEventsQuery {
  readonly limit?: string | undefined;
  /** The id of the last event that is known already. */
  readonly after?: string | undefined;
  readonly type?: ApiEventType | undefined;
  readonly issuer?: string | undefined;
  /** The id of a badge. */
  readonly credential?: string | undefined;
}

export const apiEventSchema: z.ZodType<ApiEvent> = z
  .object({
    id: id(),
    type: z.enum(API_EVENT_TYPES),
    timestamp: z.string(),
    data: z.object({
      issuerId: id(),
      credentialId: id().optional(),
      successorId: id().optional(),
      endorsementId: id().optional(),
      assessmentId: id().optional(),
      correctionId: id().optional(),
      webhookId: id().optional(),
      reason: z.string().optional(),
    }),
  })
  .meta({ id: 'Event' });

export const listEventsQuerySchema: QuerySchema<ListEventsQuery> = z.strictObject({
  limit: matching(/^([1-9]\d?|100)$/, 3, 'out-of-range', 'is not a number from 1 to 100')
    .optional()
    .meta({ description: 'How many events a page has, 1 to 100; 20 when absent.', example: '20' }),
  after: id().optional().meta({ description: 'The `id` of the last event that you have. Without it, from the first one.' }),
  type: z.enum(API_EVENT_TYPES).optional(),
  issuer: id().optional().meta({ description: 'An admin key has to name it; other keys see their own issuer.' }),
  credential: id().optional().meta({ description: 'What happened to one badge alone.' }),
});
