import { correctionSchema, listCorrectionsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representCorrection } from './represent-correction.js';

export const listCorrectionsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/corrections',
    operationId: 'listCorrections',
    tags: ['Credentials'],
    summary: 'List what learners want corrected',
    description:
      'Oldest first: those that wait for you, unless `state` says otherwise. A learner says on their page what name or address is right; a new address is listed once they have proven it by the link of a mail. What they proposed is shown until it was decided.',
    scope: 'recipients:read',
    request: { query: listCorrectionsQuerySchema },
    responses: { 200: jsonAnswer('A page.', pageOf('CorrectionPage', correctionSchema), { Link: 'The next page, `rel="next"`.' }) },
  },
  (api, c) => {
    const query = c.req.valid('query');
    const { issuer: issuerId = null, state = 'waiting' } = query;
    return paged(
      { query, url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listCorrections({ actor: c.var.actor, input: { issuerId, state, page } }),
      representCorrection,
    );
  },
);
