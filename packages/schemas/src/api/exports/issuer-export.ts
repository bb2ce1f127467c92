import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import { type CredentialSummary, credentialSummaryFields } from '../credential-resources.js';
import { type EvidenceFinding, evidenceFindingSchema } from '../evidence.js';
import type { QuerySchema } from '../paging.js';

export const EXPORT_FORMATS = ['json', 'ndjson', 'csv', 'zip'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportQuery {
  readonly format?: ExportFormat | undefined;
}

/** A badge of an export, with the address of whoever has it. */
export interface ExportedCredential extends CredentialSummary {
  /** Null when it is not known, was sealed under a keyring that is lost, or the badge was erased. */
  readonly email: string | null;
  /** The signed badge; null of an erased one. */
  readonly credential: JsonObject | null;
  /** The same badge as VC-JWT; null of an erased one. */
  readonly jwt: string | null;
  /** What pinning found when the badge was issued, one entry a link. */
  readonly evidence: readonly EvidenceFinding[];
}

export const exportQuerySchema: QuerySchema<ExportQuery> = z.strictObject({
  format: z.enum(EXPORT_FORMATS).optional().meta({
    description:
      '`json` when absent: an array of all badges; `ndjson`: one badge a line; `csv`: a line a badge, for spreadsheets; `zip`: the issuer, what can be earned, recipients, badges and endorsements.',
    example: 'ndjson',
  }),
});

export const exportedCredentialFields: z.ZodRawShape = {
  ...credentialSummaryFields,
  email: z.string().nullable(),
  credential: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({
      description: 'The signed badge; null of an erased one.',
      example: { id: 'https://badges.example/credentials/…', type: ['VerifiableCredential', 'OpenBadgeCredential'] },
    }),
  jwt: z.string().nullable(),
  evidence: z.array(evidenceFindingSchema),
};

const exportedCredentialSchema: z.ZodType<ExportedCredential> = z
  .object(exportedCredentialFields)
  .meta({ id: 'ExportedCredential' }) as unknown as z.ZodType<ExportedCredential>;

/** An export in each of its formats. */
export const EXPORTS: Readonly<Record<ExportFormat, z.ZodType>> = {
  json: z.array(exportedCredentialSchema).meta({ id: 'ExportedCredentials' }),
  ndjson: exportedCredentialSchema,
  csv: z.string().meta({
    id: 'CsvExport',
    example: 'id,name,email,external_id,achievement,state,issued_at,valid_from,valid_until,revoked_at,revoked_reason,url\r\n',
  }),
  zip: z.string().meta({ id: 'ZipExport', format: 'binary', example: 'PK…' }),
};
