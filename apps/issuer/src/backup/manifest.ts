import { z } from 'zod';

/** What this release writes, and the only form that it reads. A change that older releases cannot read takes the next number. */
export const FORMAT = 1;

/** The last file of a backup: what the others are. */
export const MANIFEST = 'manifest.json';

/** A table of a backup, as PostgreSQL's COPY writes it: text, one row a line. */
export interface BackedUpTable {
  /** The file in the archive. */
  readonly file: string;
  readonly schema: 'public' | 'pgboss';
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the file without compression. */
  readonly bytes: number;
  /** SHA-256 of these bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  readonly product: 'proofmark';
  readonly createdAt: string;
  /** The files that had made the schema, by number. */
  readonly migrations: readonly { readonly version: number; readonly name: string; readonly checksum: string }[];
  /** In the order in which they can be written: no row refers to one of a later table. */
  readonly tables: readonly BackedUpTable[];
  /** The last number that was given out; null where none was. */
  readonly sequences: readonly { readonly name: string; readonly last: string | null }[];
}

/** Names go into statements, quoted; nothing else than the names of ours is let through. */
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const count = z.int().min(0);

/** What the manifests of all our archives of tables say. */
export const ARCHIVE = {
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  migrations: z
    .array(z.object({ version: z.int().min(1), name: z.string().max(200), checksum: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(10_000),
  tables: z
    .array(
      z.object({
        file: z.string().regex(/^tables\/[a-z0-9_.]{1,140}\.copy$/),
        schema: z.enum(['public', 'pgboss']),
        table: name,
        columns: z.array(name).min(1).max(1000),
        rows: count,
        bytes: count,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(1000),
} as const;

const manifestSchema: z.ZodType<Manifest> = z.object({
  ...ARCHIVE,
  product: z.literal('proofmark'),
  sequences: z
    .array(
      z.object({
        name,
        last: z
          .string()
          .regex(/^\d{1,19}$/)
          .nullable(),
      }),
    )
    .max(1000),
});

/** Reads a manifest; null for what is none of this form. */
export function readManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = manifestSchema.safeParse(value);
  return read.success ? read.data : null;
}
