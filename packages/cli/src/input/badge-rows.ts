import { createHash } from 'node:crypto';
import { decodeUtf8Document } from '@proofmark/primitives';
import type { IssueCredential } from '@proofmark/schemas/api';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';

/** One badge that a row asks for. */
export interface BadgeRow {
  /** The line of the file, for people; the first is 1. */
  readonly line: number;
  readonly body: IssueCredential;
  /** The same for the same row of the same file and achievement, so that a run can be repeated. */
  readonly idempotencyKey: string;
  /** The row as it stands in the file. */
  readonly raw: string;
}

export interface BadgeRows {
  /** The first line of the file. */
  readonly header: string;
  readonly rows: readonly BadgeRow[];
}

const COLUMNS = ['email', 'did', 'name', 'evidence', 'valid_from', 'valid_until'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

const MAX_BYTES = 50_000_000;
const COLUMN_HELP = `The first line names the columns: email or did, and if you like name, evidence (links, separated by spaces), valid_from, valid_until.`;

/**
 * Reads a file with one badge a row (RFC 4180, in UTF-8; commas, semicolons or tabs). Throws a UsageError when it cannot be read as a
 * whole: nothing is issued from half a file. Whether a row makes a badge is the service's to say.
 */
export async function readBadgeRows(file: string, achievement: string): Promise<BadgeRows> {
  const bytes = await readFileStart(file, MAX_BYTES + 1);
  if (bytes.length > MAX_BYTES) throw new UsageError(`${file} is larger than ${MAX_BYTES / 1_000_000} MB; cut it into several files.`);
  const text = decode(bytes, file);
  const header = /^.*/.exec(text)?.[0] ?? '';
  const digest = createHash('sha256').update(`${achievement}\n`).update(bytes).digest('hex').slice(0, 40);
  const rows = records(text, header, file).map(({ record, raw, info }, index): BadgeRow => {
    return { line: info.lines, body: bodyOf(record), idempotencyKey: `csv-${digest}-${index + 1}`, raw: raw.replace(/\r?\n$/, '') };
  });
  if (rows.length === 0) throw new UsageError(`${file} has no rows. ${COLUMN_HELP}`);
  return { header, rows };
}

function decode(bytes: Uint8Array, file: string): string {
  const text = decodeUtf8Document(bytes);
  if (text === null) {
    throw new UsageError(`${file} is not in UTF-8, so names would be spoilt. Save it as “CSV UTF-8”.`);
  }
  return text;
}

interface ParsedRow {
  readonly record: Cells;
  readonly raw: string;
  readonly info: { readonly lines: number };
}

function records(text: string, header: string, file: string): readonly ParsedRow[] {
  const delimiter = [',', ';', '\t'].find((candidate) => header.includes(candidate)) ?? ',';
  const columns = (names: readonly string[]): string[] => {
    const known = names.map((name) => columnOf(name, file));
    const twice = known.find((name, at) => known.indexOf(name) < at);
    if (twice !== undefined) throw new UsageError(`${file} has the column “${twice}” twice.`);
    return known;
  };
  try {
    const parsed: unknown = parse(text, { columns, delimiter, skip_empty_lines: true, trim: true, info: true, raw: true });
    return parsed as readonly ParsedRow[];
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file}: ${error.message}. Nothing was issued.`);
    throw error;
  }
}

function columnOf(name: string, file: string): Column {
  const plain = name.toLowerCase().replaceAll(/[\s-]+/g, '_');
  const column = COLUMNS.find((known) => known === plain || known === plain.replace('e_mail', 'email'));
  if (column === undefined) throw new UsageError(`${file} has a column “${name.slice(0, 60)}”, which is none of ours. ${COLUMN_HELP}`);
  return column;
}

function bodyOf({ email, did, name, evidence, valid_from: validFrom, valid_until: validUntil }: Cells): IssueCredential {
  const links = (evidence ?? '').split(/\s+/).filter((link) => link !== '');
  return {
    recipient: { ...(email && { email }), ...(did && { did }), ...(name && { name }) },
    evidence: links.map((url) => ({ url })),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}
