import { issuerSchema, pageOf, pageQueryFields } from '@proofmark/schemas/api';
import { z } from 'zod';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representIssuer } from '../represent.js';

export const listIssuersOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers',
    operationId: 'listIssuers',
    tags: ['Issuers'],
    summary: 'List issuers',
    description: 'Every issuer for an admin key; for any other key its own.',
    scope: null,
    request: { query: z.strictObject(pageQueryFields) },
    responses: {
      200: jsonAnswer('A page.', pageOf('IssuerPage', issuerSchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) =>
    paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listIssuers({ actor: c.var.actor, input: page }),
      (issuer) => representIssuer(api.baseUrl, issuer),
    ),
);
