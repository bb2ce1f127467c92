import { type CreateIssuanceJob, createIssuanceJobSchema, issuanceJobSchema, postIssuanceJobQuerySchema } from '@proofmark/schemas/api';
import { done, refused } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { isJson } from '../http/read-upload.js';
import { idempotencyHeaders, jsonAnswer } from '../http/shapes.js';
import { representJob } from './represent.js';
import { linesOf, uploadOf } from './upload-of-request.js';

const FILE = { type: 'string', format: 'binary' } as const;
const TABLE = 'email,name\nada@example.org,Ada Lovelace\n';
/** Bytes of a body in JSON, which is read as a whole. */
const MOST_JSON = 8 * 1024 * 1024;

export const postIssuanceJob: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuance-jobs',
    operationId: 'createIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Issue many badges',
    description:
      'Takes a file with a row for each badge: CSV or NDJSON up to 2 GiB, an XLSX workbook up to 50 MiB, or `rows` in JSON. As the body itself, what is to be done stands in the query; as `multipart/form-data`, in a part `options` (JSON) before the part `file`. Answers as soon as the upload is durable; the job then goes on by itself. The columns are `email` or `did`, `name`, `external_id`, `language`, `evidence` (links), `narrative`, `valid_from`, `valid_until` and `result:NAME`. With an `Idempotency-Key`, the same upload again gets the same job with 200.',
    scope: 'credentials:issue',
    audit: 'issuance-job.created',
    upload: { mostJson: MOST_JSON },
    request: {
      headers: idempotencyHeaders,
      query: postIssuanceJobQuerySchema,
      body: {
        required: false,
        content: {
          'application/json': { schema: createIssuanceJobSchema },
          'text/csv': { schema: FILE, example: TABLE },
          'application/x-ndjson': { schema: FILE, example: '{"recipient":{"email":"ada@example.org"}}\n' },
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: FILE, example: '(the bytes of the workbook)' },
          'multipart/form-data': {
            schema: { type: 'object', properties: { options: { type: 'string' }, file: FILE } },
            example: { options: '{"achievementId":"0193a1c5-1f40-7d52-9a6b-0c1d2e3f4a5b"}', file: TABLE },
          },
        },
      },
    },
    responses: {
      202: jsonAnswer('The new job.', issuanceJobSchema, { Location: 'Its address in this API.' }),
      200: jsonAnswer('The job that an earlier request with this `Idempotency-Key` made.', issuanceJobSchema),
    },
    problems: ['not-found', 'conflict', 'idempotency-key-reused', 'storage-full'],
  },
  async (api, c) => {
    const { actor } = c.var;
    const idempotencyKey = c.req.valid('header')['Idempotency-Key'] ?? null;
    const query = c.req.valid('query');
    let asked: Awaited<ReturnType<typeof uploadOf>>;
    if (isJson(c)) {
      // The body has other types as well, so that the route does not know that of this one.
      const { rows, ...options } = (c.req as unknown as { valid(target: 'json'): CreateIssuanceJob }).valid('json');
      if (Object.keys(query).length > 0)
        return refused('invalid-parameter', 'A body in JSON says itself what is to be done: leave the query parameters out.');
      asked = done({ options, format: 'ndjson', upload: linesOf(rows) });
    } else {
      asked = await uploadOf(c, query);
    }
    if (!asked.ok) return asked;
    const created = await api.useCases.createJob({ actor, input: { ...asked.value, idempotencyKey } });
    if (!created.ok) return created;
    const { job, replayed } = created.value;
    const now = await api.useCases.getJob({ actor, input: job.id });
    if (!now.ok) return now;
    return done({
      status: replayed ? 200 : 202,
      body: representJob(now.value),
      headers: { location: `${api.baseUrl}/v1/issuance-jobs/${job.id}` },
    });
  },
);
