import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { encodeUtf8, readJson } from '@proofmark/primitives';
import { type IssuanceJobOptions, issuanceJobOptionsSchema } from '@proofmark/schemas/api';
import type { Context } from 'hono';
import type { NewJobInput } from '../../../issuing/issuance-jobs/create-job.js';
import { done, type Result, refused } from '../../../issuing/result.js';
import { fieldErrors } from '../../../problems/index.js';
import type { Connection } from '../../../server/listen.js';
import { formOf } from './form.js';

type Upload = Pick<NewJobInput, 'options' | 'format' | 'upload'>;

const FORMATS: Readonly<Record<string, NewJobInput['format']>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const EXTENSIONS: Readonly<Record<string, NewJobInput['format']>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.xlsx': 'xlsx',
};

/** What a request says besides its file. */
export interface OptionsInQuery extends Partial<Omit<IssuanceJobOptions, 'achievementId' | 'columns' | 'mail'>> {
  readonly mail?: 'true' | 'false' | undefined;
  readonly achievement?: string | undefined;
  /** JSON text. */
  readonly columns?: string | undefined;
}

/** The file of a request and what is to become of it: as a form with `options` before `file`, or as the body with options in the query. */
export async function uploadOf(c: Context, query: OptionsInQuery): Promise<Result<Upload>> {
  const contentType = c.req.header('content-type') ?? '';
  if (typeIn(contentType) === 'multipart/form-data') {
    if (Object.keys(query).length > 0)
      return refused('invalid-parameter', 'A form says in its part `options` what is to be done: leave the query parameters out.');
    return uploadOfForm(c, contentType);
  }
  const format = formatOfType(contentType);
  if (format === undefined) return unknownType('Content-Type');
  const { achievement, columns, mail, ...rest } = query;
  if (achievement === undefined)
    return refused('invalid-parameter', 'Name the achievement that the rows have earned: `?achievement=` and its id.');
  const named = columns === undefined ? {} : jsonIn(columns);
  if (named === null)
    return refused('invalid-parameter', 'The query parameter `columns` is not JSON, such as {"E-Mail-Adresse":"email","Note":null}.');
  const options = optionsIn({
    achievementId: achievement,
    ...rest,
    ...(columns === undefined ? {} : { columns: named }),
    ...(mail === undefined ? {} : { mail: mail === 'true' }),
  });
  return options.ok ? done({ options: options.value, format, upload: sourceOf(c) }) : options;
}

/** The format that a `Content-Type` names, where it is one that is read. */
export function formatOfType(contentType: string): NewJobInput['format'] | undefined {
  return FORMATS[typeIn(contentType)];
}

const typeIn = (contentType: string): string => contentType.split(';', 1)[0]!.trim().toLowerCase();

async function uploadOfForm(c: Context, contentType: string): Promise<Result<Upload>> {
  const form = await formOf(Readable.from(sourceOf(c)), contentType);
  if (!form.ok) return form;
  const { options: text, file } = form.value;
  const options = optionsIn(jsonIn(text));
  if (!options.ok) return options;
  const format = EXTENSIONS[extname(file.name).toLowerCase()] ?? FORMATS[file.type.toLowerCase()];
  return format === undefined ? unknownType('type of the part `file`') : done({ options: options.value, format, upload: file.bytes });
}

function optionsIn(value: unknown): Result<IssuanceJobOptions> {
  const parsed = issuanceJobOptionsSchema.safeParse(value);
  if (parsed.success) return done(parsed.data);
  const errors = fieldErrors(parsed.error.issues, value, issuanceJobOptionsSchema);
  return refused(
    'invalid-request',
    'What is to become of the upload is not said right: `errors` says where, and what is wanted there.',
    errors,
  );
}

function jsonIn(text: string): unknown {
  const reading = readJson(text, { maxLength: 100_000, maxDepth: 8, refuseNul: true, refuseProto: true });
  return reading.ok ? reading.json : null;
}

function unknownType(what: string): Result<never> {
  const detail = `The ${what} has to be text/csv, application/x-ndjson, application/json, that of an .xlsx file, or multipart/form-data.`;
  return refused('unsupported-media-type', detail);
}

/** The body, as it comes. Node's own stream is much cheaper than one of the web over it. */
export function sourceOf(c: Context): AsyncIterable<Uint8Array> {
  const { incoming } = (c.env ?? {}) as Partial<Connection>;
  return incoming?.iterator({ destroyOnReturn: false }) ?? (c.req.raw.body as AsyncIterable<Uint8Array> | null) ?? Readable.from([]);
}

/** Rows of a body in JSON, one a line. */
export async function* linesOf(rows: readonly unknown[]): AsyncGenerator<Uint8Array> {
  for (const row of rows) yield encodeUtf8(`${JSON.stringify(row)}\n`);
}
