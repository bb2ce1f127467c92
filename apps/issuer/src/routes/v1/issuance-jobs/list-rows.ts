import { type IssuanceJobRow, issuanceJobRowSchema, listIssuanceJobRowsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { z } from 'zod';
import type { JobRows } from '../../../issuing/issuance-jobs/list-rows.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { limitOf, nextLink } from '../http/paging.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representRow } from './represent.js';
import { rowsAsCsv } from './rows-csv.js';

const EXAMPLE =
  'email,name,proofmark_row,proofmark_reason\r\nada@,Ada Lovelace,7,email: is not an e-mail address such as ada@example.org\r\n';

export const listIssuanceJobRowsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuance-jobs/{jobId}/rows',
    operationId: 'listIssuanceJobRows',
    tags: ['Issuance jobs'],
    summary: 'List the rows of a job',
    description:
      'In the order of the file, with the badge or the problem of each. With `Accept: text/csv` all of them at once, with the columns of the file and a column `proofmark_reason`: with `state=refused`, what is to be corrected.',
    scope: 'credentials:issue',
    request: { params: z.object({ jobId: uuid }), query: listIssuanceJobRowsQuerySchema },
    responses: {
      200: {
        ...jsonAnswer('A page; or, as CSV, all rows.', pageOf('IssuanceJobRowPage', issuanceJobRowSchema), {
          Link: 'The next page, `rel="next"`.',
        }),
        content: {
          'application/json': { schema: pageOf('IssuanceJobRowPage', issuanceJobRowSchema) },
          'text/csv': { schema: { type: 'string' }, example: EXAMPLE },
        },
      },
    },
    problems: ['not-found'],
  },
  async (api, c) => {
    const query = c.req.valid('query');
    const after = query.cursor === undefined ? 0 : Number(query.cursor);
    const input = { jobId: c.req.valid('param').jobId, state: query.state ?? null, after };
    const found = await api.useCases.listRows({ actor: c.var.actor, input });
    if (!found.ok) return found;
    if (/\btext\/csv\b/i.test(c.req.header('accept') ?? '')) {
      const headers = {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="rows.csv"',
      };
      return done({ status: 200, text: rowsAsCsv(found.value), headers });
    }
    const limit = limitOf(query);
    const data = await firstOf(found.value, limit + 1);
    const next = data.length > limit ? String(data[limit - 1]?.row) : null;
    const body = { data: data.slice(0, limit), next };
    return done({ status: 200, body, ...(next === null ? {} : { headers: { link: nextLink(c.req.url, api.baseUrl, { cursor: next }) } }) });
  },
);

async function firstOf({ job, rows }: JobRows, count: number): Promise<readonly IssuanceJobRow[]> {
  const found: IssuanceJobRow[] = [];
  for await (const row of rows) {
    found.push(representRow(row, job.found.header));
    if (found.length === count) break;
  }
  return found;
}
