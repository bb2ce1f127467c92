import type { Achievement } from '@proofmark/schemas';
import type {
  ApiEventType,
  AuditAction,
  AuditDetails,
  AuditObject,
  BadgeDesign,
  DeliveryFailure,
  DuplicateRule,
  EvidenceFinding,
  EvidencePolicy,
  Scope,
} from '@proofmark/schemas/api';
import type { JobFindings, JobOptions, RowResult } from '../jobs/job-records.js';

/** What an issuer says of itself beside name and URL. Absent members were not given. */
export type ProfileExtras = {
  readonly description?: string;
  readonly email?: string;
  readonly image?: string;
  readonly linkedinOrganizationId?: string;
  readonly imprintUrl?: string;
  readonly privacyUrl?: string;
  readonly badgeDesign?: BadgeDesign;
};

/** What the record is to say of one place of a status list: see `RecordedPlace` of credentials. */
export type RecordEntryPlace = { readonly list: number; readonly index: number; readonly tag: string; readonly commitment: string | null };

/**
 * What PostgreSQL does not know about a column: the shape of each JSON document, and which texts a column holds that has no CHECK.
 * `tables.ts` refers to these; a JSON column that is not listed here does not compile.
 */
export interface ColumnTypes {
  readonly achievement: { readonly definition: Achievement; readonly evidencePolicy: EvidencePolicy; readonly onDuplicate: DuplicateRule };
  readonly apiEvent: { readonly data: Readonly<Record<string, string>>; readonly type: ApiEventType };
  readonly apiKey: { readonly scopes: readonly (Scope | 'admin')[] };
  readonly auditEntry: { readonly action: AuditAction; readonly objectType: AuditObject; readonly details: AuditDetails };
  readonly credential: { readonly evidenceFindings: readonly EvidenceFinding[] };
  readonly issuanceRecord: { readonly complete: Readonly<Record<string, number>> };
  readonly issuanceChunk: { readonly results: readonly (RowResult | null)[] };
  readonly issuanceJob: { readonly found: JobFindings; readonly options: JobOptions };
  readonly issuer: { readonly profile: ProfileExtras };
  // Read by what opens them, which takes nothing for granted.
  readonly keyring: { readonly scrypt: unknown; readonly secrets: unknown };
  readonly mailText: { readonly paragraphs: readonly string[] };
  readonly sealedKey: { readonly sealed: unknown };
  readonly recordEntry: { readonly places: readonly RecordEntryPlace[] };
  readonly webhook: { readonly eventTypes: readonly ApiEventType[] };
  readonly webhookDelivery: { readonly type: ApiEventType | 'webhook.test'; readonly failure: DeliveryFailure };
  readonly webhookSecret: { readonly sealed: unknown };
  readonly signInRequest: { readonly sealed: unknown };
  readonly signOn: { readonly clientSecret: unknown };
  readonly signingKey: { readonly publicJwk: Readonly<Record<string, string>> };
}
