import { encodeUtf8 } from '@proofmark/primitives';
import { type ReadUploadColumns, readUploadColumnsSchema, uploadColumnsSchema } from '@proofmark/schemas/api';
import type { ColumnsInput } from '../../../issuing/issuance-jobs/columns/read-columns.js';
import { done, refused } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { isJson } from '../http/read-upload.js';
import { jsonAnswer } from '../http/shapes.js';
import { formatOfType, sourceOf } from './upload-of-request.js';

const FILE = { type: 'string', format: 'binary' } as const;
const TABLE = 'E-Mail;Vorname;Nachname\nada@example.org;Ada;Lovelace\n';
/** Bytes of a body in JSON: a table as text. */
const MOST_JSON = 2 * 1024 * 1024;

export const postUploadColumns: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuance-jobs/columns',
    operationId: 'readUploadColumns',
    tags: ['Issuance jobs'],
    summary: 'Read the columns of a file',
    description:
      'Says what the columns of a table seem to be, by their names in English, German, French, Spanish and Dutch, with the first rows, so that somebody can look before a job is made: `columns` of a job takes what is said here. The file is the body, at most 1 MiB of CSV (the beginning of a file suffices) or a workbook of 50 MiB; or a JSON body has the table as `text`. Nothing is kept of it.',
    scope: 'credentials:issue',
    audit: { none: 'It reads a file and keeps nothing of it.' },
    upload: { mostJson: MOST_JSON },
    request: {
      body: {
        required: false,
        content: {
          'application/json': { schema: readUploadColumnsSchema },
          'text/csv': { schema: FILE, example: TABLE },
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: FILE, example: '(the bytes of the workbook)' },
        },
      },
    },
    responses: { 200: jsonAnswer('What was found.', uploadColumnsSchema) },
  },
  async (api, c) => {
    let input: ColumnsInput;
    if (isJson(c)) {
      // The body has other types as well, so that the route does not know that of this one.
      const { text } = (c.req as unknown as { valid(target: 'json'): ReadUploadColumns }).valid('json');
      input = { format: 'csv', bytes: once(encodeUtf8(text)) };
    } else {
      const format = formatOfType(c.req.header('content-type') ?? '');
      if (format !== 'csv' && format !== 'xlsx')
        return refused('unsupported-media-type', 'The Content-Type has to be text/csv, application/json, or that of an .xlsx file.');
      input = { format, bytes: sourceOf(c) };
    }
    const read = await api.useCases.readColumns(input);
    return read.ok ? done({ status: 200, body: read.value }) : read;
  },
);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
