import { apiKeySchema, idSchema, pageOf, pageQueryFields } from '@proofmark/schemas/api';
import { z } from 'zod';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representApiKey } from '../represent.js';

export const listApiKeysOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/api-keys',
    operationId: 'listApiKeys',
    tags: ['API keys'],
    summary: 'List API keys',
    description:
      'Withdrawn ones included, never their text. `createdBy` and `personId` say who made each. An admin key that names no issuer sees the admin keys.',
    scope: 'api-keys:write',
    request: {
      query: z.strictObject({ ...pageQueryFields, issuer: idSchema().optional().meta({ description: 'For admin keys: whose keys.' }) }),
    },
    responses: {
      200: jsonAnswer('A page.', pageOf('ApiKeyPage', apiKeySchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) =>
    paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listApiKeys({ actor: c.var.actor, input: { issuerId: c.req.valid('query').issuer ?? null, page } }),
      representApiKey,
    ),
);
