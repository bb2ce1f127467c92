import { apiKeySchema, idSchema, type PageQuery, pageOf, pageQueryFields } from '@proofmark/schemas/api';
import { z } from 'zod';
import { listApiKeys } from '../../../issuing/access/list-api-keys.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { paged } from '../http/paging.js';
import { representApiKey } from '../represent.js';

interface Query extends PageQuery {
  readonly issuer?: string | undefined;
}

export const listApiKeysEndpoint: Endpoint = endpoint<undefined, Query>({
  method: 'get',
  path: '/v1/api-keys',
  operationId: 'listApiKeys',
  tag: 'API keys',
  summary: 'List API keys',
  description: 'Withdrawn ones included, never their text. An admin key that names no issuer sees the admin keys.',
  scope: 'keys:write',
  query: z.strictObject({ ...pageQueryFields, issuer: idSchema().optional().meta({ description: 'For admin keys: whose keys.' }) }),
  successes: {
    200: { description: 'A page.', schema: pageOf('ApiKeyPage', apiKeySchema), headers: { Link: 'The next page, `rel="next"`.' } },
  },
  handle: (deps, call) =>
    paged(
      call,
      deps.baseUrl,
      (page) => listApiKeys(deps, { actor: call.actor, input: { issuerId: call.query.issuer ?? null, page } }),
      representApiKey,
    ),
});
