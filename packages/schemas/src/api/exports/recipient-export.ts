import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import { type Endorsement, endorsementSchema } from '../endorsements.js';
import { type Consent, consentSchema } from '../links/claims.js';
import { ASSESSMENT_STATES, type AssessmentState, type NamedPerson, namedPersonSchema } from '../people/assessments.js';
import { type RecipientResource, recipientResourceSchema } from '../recipients.js';
import { type ExportedCredential, exportedCredentialFields } from './issuer-export.js';

/** What assessors were asked of a badge, and what they answered. */
export interface AssessmentOfExport {
  readonly state: AssessmentState;
  readonly note: string | null;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly decidedBy: NamedPerson | null;
  readonly reason: string | null;
}

/** A badge of the export of one person. */
export interface CredentialOfExport extends ExportedCredential {
  readonly endorsements: readonly Endorsement[];
  readonly assessments: readonly AssessmentOfExport[];
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

const assessmentOfExportSchema: z.ZodType<AssessmentOfExport> = z
  .object({
    state: z.enum(ASSESSMENT_STATES),
    note: z.string().nullable(),
    createdAt: z.string(),
    decidedAt: z.string().nullable(),
    decidedBy: namedPersonSchema.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AssessmentOfExport' });

export const recipientExportSchema: z.ZodType<RecipientExport> = z
  .object({
    exportedAt: z.string(),
    recipient: recipientResourceSchema,
    credentials: z.array(
      z
        .object({
          ...exportedCredentialFields,
          endorsements: z.array(endorsementSchema),
          assessments: z.array(assessmentOfExportSchema),
          consents: z.array(consentSchema),
          evidenceReport: z.record(z.string(), z.unknown()).nullable().meta({ description: 'The evidence report.', example: {} }),
        })
        .meta({ id: 'CredentialOfExport' }),
    ),
  })
  .meta({ id: 'RecipientExport' }) as unknown as z.ZodType<RecipientExport>;
