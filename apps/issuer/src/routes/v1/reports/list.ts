import { issuerReportSchema, listReportsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representReport } from './represent-report.js';

export const listReportsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/reports',
    operationId: 'listReports',
    tags: ['Reports'],
    summary: 'List reports of issuers',
    description:
      'For the operator of the service: what readers reported of issuers, the newest first. What they wrote is forgotten 30 days after the decision, and 180 days after it came at most.',
    scope: 'admin',
    request: { query: listReportsQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('IssuerReportPage', issuerReportSchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) => {
    const { state = null, issuer: issuerId = null, ...query } = c.req.valid('query');
    return paged(
      { query, url: c.req.url },
      api.baseUrl,
      async (page) => done(await api.useCases.listReports({ state, issuerId, ...page })),
      representReport,
    );
  },
);
