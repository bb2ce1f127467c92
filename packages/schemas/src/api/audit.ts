import { z } from 'zod';
import { LIST_ORDERS, type ListOrder } from './credential-resources.js';
import { dateTime, id, matching } from './fields.js';
import type { QuerySchema } from './paging.js';

/** What an entry of the audit log can tell of. */
export const AUDIT_ACTIONS = [
  'issuer.created',
  'issuer.updated',
  'issuer.retention-changed',
  'issuer.mail-changed',
  'issuer.mail-text-changed',
  'issuer.suspended',
  'issuer.resumed',
  'issuer.imported',
  'domain.claimed',
  'domain.removed',
  'signing-key.rotated',
  'signing-key.revoked',
  'achievement.created',
  'achievement.updated',
  'skill-framework.imported',
  'skill-framework.deleted',
  'credential.issued',
  'credential.renewed',
  'credential.corrected',
  'credential.revoked',
  'credentials.revoked',
  'credential.suspended',
  'credentials.suspended',
  'credentials.resumed',
  'credential.resumed',
  'credential.resent',
  'credentials.resent',
  'credential.erased',
  'recipient.erased',
  'correction.requested',
  'correction.decided',
  'issuance-job.created',
  'issuance-job.issued',
  'issuance-job.retried',
  'issuance-job.cancelled',
  'issuance-job.resumed',
  'issuance-job.undone',
  'bulk-act.undone',
  'endorsement.added',
  'assessment.requested',
  'assessment.sent-back',
  'claim-link.created',
  'viewing-link.created',
  'viewing-link.revoked',
  'api-key.created',
  'api-key.revoked',
  'webhook.created',
  'webhook.updated',
  'webhook.deleted',
  'webhook.secret-rotated',
  'webhook.replayed',
  'webhook.disabled',
  'keyring.passphrase-changed',
  'keyring.begun-anew',
  'organisation.created',
  'organisation.updated',
  'member.joined',
  'member.role-changed',
  'member.removed',
  'invitation.created',
  'invitation.withdrawn',
  'session.begun',
  'session.ended',
  'owner-link.created',
  'issuer.given',
  'sign-in-link.created',
  'sign-on.set',
  'sign-on.removed',
  'mail-domain.allowed',
  'mail-domain.disallowed',
  'passkey.created',
  'passkey.renamed',
  'passkey.deleted',
  'person.renamed',
  'report.decided',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The kinds of things that are acted on. */
export const AUDIT_OBJECTS = [
  'issuer',
  'domain',
  'signing-key',
  'achievement',
  'skill-framework',
  'credential',
  'credentials',
  'recipient',
  'issuance-job',
  'bulk-act',
  'endorsement',
  'assessment',
  'correction',
  'claim-link',
  'viewing-link',
  'api-key',
  'webhook',
  'keyring',
  'organisation',
  'member',
  'invitation',
  'session',
  'owner-link',
  'sign-in-link',
  'sign-on',
  'mail-domain',
  'passkey',
  'person',
  'report',
] as const;
export type AuditObject = (typeof AUDIT_OBJECTS)[number];

/** Who acted: an API key, a person who had signed in, somebody at the machine (`operator`), or the service by itself. */
export const AUDIT_ACTORS = ['api-key', 'person', 'operator', 'service'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/**
 * More about an act: ids, words of closed sets and addresses of issuers, never personal data. Where a person acted, `personId` says who: a release that
 * knows no people hashes and shows it like any other detail.
 */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One entry of the audit log. `hash` covers all other members; `previous` is the `hash` of the entry before it. */
export interface AuditEntry {
  readonly id: string;
  /** Null in the log of the service itself. */
  readonly issuerId: string | null;
  /** The place in the log of this issuer, from 1, without gaps. */
  readonly sequence: number;
  readonly at: string;
  readonly actor: { readonly type: AuditActor; readonly apiKeyId: string | null };
  readonly action: AuditAction;
  readonly object: { readonly type: AuditObject; readonly id: string };
  /** The `X-Request-Id` of the request; null for what no request asked for. */
  readonly requestId: string | null;
  readonly details: AuditDetails;
  /** Lower-case hexadecimal; 64 zeros in the first entry. */
  readonly previous: string;
  readonly hash: string;
}

export interface ListAuditQuery {
  readonly limit?: string | undefined;
  /** The sequence number of the last entry that is known already. */
  readonly after?: string | undefined;
  readonly order?: ListOrder | undefined;
  readonly action?: AuditAction | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly issuer?: string | undefined;
  readonly service?: 'true' | undefined;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const auditEntrySchema: z.ZodType<AuditEntry> = z
  .object({
    id: id(),
    issuerId: id().nullable(),
    sequence: z.number().int().positive(),
    at: z.string(),
    actor: z.object({ type: z.enum(AUDIT_ACTORS), apiKeyId: id().nullable() }),
    action: z.enum(AUDIT_ACTIONS),
    object: z.object({ type: z.enum(AUDIT_OBJECTS), id: z.string() }),
    requestId: z.string().nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
    previous: hash,
    hash,
  })
  .meta({ id: 'AuditEntry' });

const pageFields = {
  limit: matching(/^([1-9]\d?|100)$/, 3, 'out-of-range', 'is not a number from 1 to 100')
    .optional()
    .meta({ description: 'How many entries a page has, 1 to 100; 20 when absent. An export as NDJSON has all.', example: '20' }),
  after: matching(/^\d{1,15}$/, 15, 'out-of-range', 'is not the number of an entry')
    .optional()
    .meta({ description: 'The `sequence` of the last entry that you have. Without it, from the first one.', example: '120' }),
  order: z.enum(LIST_ORDERS).optional().meta({
    description:
      '`oldest` first when absent, as the chain runs. `newest` is for people: `after` is then the last entry that you have of that order.',
  }),
  action: z.enum(AUDIT_ACTIONS).optional().meta({ description: 'Only entries of this action. What is filtered is no whole chain.' }),
  since: dateTime().optional().meta({ description: 'Only entries from this time on.', example: '2026-11-01T00:00:00Z' }),
  until: dateTime().optional().meta({ description: 'Only entries before this time.', example: '2026-12-01T00:00:00Z' }),
};

export const listAuditQuerySchema: QuerySchema<ListAuditQuery> = z.strictObject({
  ...pageFields,
  issuer: id().optional().meta({ description: 'For admin keys: whose log. Other keys see the log of their own issuer.' }),
  service: z
    .literal('true')
    .optional()
    .meta({ description: 'For admin keys: the log of the service itself, such as new issuers and admin keys.' }),
});

/** Of the log of an organisation. */
export const listOrganisationLogQuerySchema: QuerySchema<Omit<ListAuditQuery, 'issuer' | 'service'>> = z.strictObject(pageFields);
