import { isUuid } from '@proofmark/schemas';
import { z } from 'zod';
import { ARCHIVE, type Manifest } from '../backup/manifest.js';

/** The last file of an archive of one issuer. */
export interface IssuerManifest extends Pick<Manifest, 'format' | 'createdAt' | 'migrations' | 'tables'> {
  readonly product: 'proofmark-issuer';
  /** The address of the service that it was written by: every badge, and the DID of the issuer, begin with it. */
  readonly baseUrl: string;
  readonly issuer: { readonly id: string; readonly slug: string; readonly number: number };
  /** The addresses of recipients, in clear. */
  readonly addresses: { readonly rows: number; readonly bytes: number; readonly sha256: string };
}

const count = z.int().min(0);

const schema: z.ZodType<IssuerManifest> = z.object({
  ...ARCHIVE,
  product: z.literal('proofmark-issuer'),
  baseUrl: z.url().max(2000),
  issuer: z.object({ id: z.string().refine(isUuid), slug: z.string().regex(/^[a-z0-9-]{1,63}$/), number: count }),
  addresses: z.object({ rows: count, bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** Reads the manifest of an archive of an issuer; null for what is none. */
export function readIssuerManifest(text: string): IssuerManifest | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
