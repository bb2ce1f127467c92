import { bulkActSchema, listBulkActsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representBulkAct } from './represent.js';

export const listBulkActsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/bulk-acts',
    operationId: 'listBulkActs',
    tags: ['Credentials'],
    summary: 'List what was done to many badges at once',
    description:
      'Newest first, for thirty days: what was revoked or suspended with `undoable`, and the jobs that were taken back. An admin key names an issuer.',
    scope: 'credentials:suspend',
    request: { query: listBulkActsQuerySchema },
    responses: { 200: jsonAnswer('A page.', pageOf('BulkActPage', bulkActSchema), { Link: 'The next page, `rel="next"`.' }) },
  },
  (api, c) => {
    const query = c.req.valid('query');
    const { issuer: issuerId = null } = query;
    return paged(
      { query, url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listBulkActs({ actor: c.var.actor, input: { issuerId, page } }),
      representBulkAct,
    );
  },
);
