import { issuanceJobSchema, listIssuanceJobsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representJob } from './represent.js';

export const listIssuanceJobsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuance-jobs',
    operationId: 'listIssuanceJobs',
    tags: ['Issuance jobs'],
    summary: 'List jobs',
    description: 'Newest first. An admin key names an issuer.',
    scope: 'credentials:issue',
    request: { query: listIssuanceJobsQuerySchema },
    responses: { 200: jsonAnswer('A page.', pageOf('IssuanceJobPage', issuanceJobSchema), { Link: 'The next page, `rel="next"`.' }) },
  },
  (api, c) => {
    const { issuer: issuerId = null } = c.req.valid('query');
    return paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listJobs({ actor: c.var.actor, input: { issuerId, page } }),
      representJob,
    );
  },
);
