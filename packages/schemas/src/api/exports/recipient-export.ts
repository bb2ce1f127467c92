import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import { type Endorsement, endorsementSchema } from '../endorsements.js';
import { type Consent, consentSchema } from '../links/claims.js';
import { type RecipientResource, recipientResourceSchema } from '../recipients.js';
import { type ExportedCredential, exportedCredentialFields } from './issuer-export.js';

/** A badge of the export of one person. */
export interface CredentialOfExport extends ExportedCredential {
  readonly endorsements: readonly Endorsement[];
  /** What the person answered about what may be public, the oldest first. */
  readonly consents: readonly Consent[];
  /** The evidence report; null for a badge without work. */
  readonly evidenceReport: JsonObject | null;
}

/** All that is kept of one person. */
export interface RecipientExport {
  readonly exportedAt: string;
  readonly recipient: RecipientResource;
  readonly credentials: readonly CredentialOfExport[];
}

export const recipientExportSchema: z.ZodType<RecipientExport> = z
  .object({
    exportedAt: z.string(),
    recipient: recipientResourceSchema,
    credentials: z.array(
      z
        .object({
          ...exportedCredentialFields,
          endorsements: z.array(endorsementSchema),
          consents: z.array(consentSchema),
          evidenceReport: z.record(z.string(), z.unknown()).nullable().meta({ description: 'The evidence report.', example: {} }),
        })
        .meta({ id: 'CredentialOfExport' }),
    ),
  })
  .meta({ id: 'RecipientExport' }) as unknown as z.ZodType<RecipientExport>;
