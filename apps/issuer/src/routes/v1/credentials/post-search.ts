import { credentialSummarySchema, isNameOrder, pageOf, searchCredentialsSchema } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { searched } from '../http/paging.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';
import { filterOf, itemsOf } from './list.js';

export const postSearch: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/search',
    operationId: 'searchCredentials',
    tags: ['Credentials'],
    summary: 'Find badges by an address',
    description:
      'As the list, with its filters in the body, and one more: an e-mail address, which is compared by a keyed hash. Addresses stand in a body so that they stand in no log of URLs. The next page is the same request with `next` as `cursor`.',
    scope: 'credentials:read',
    audit: { none: 'It reads.' },
    request: { body: jsonBody(searchCredentialsSchema) },
    responses: { 200: jsonAnswer('A page.', pageOf('CredentialPage', credentialSummarySchema)) },
  },
  (api, c) => {
    const body = c.req.valid('json');
    const { email = null, order = 'oldest' } = body;
    const filter = { ...filterOf(body), email };
    const now = api.now();
    return searched(
      { ...body, anchored: isNameOrder(order) },
      (page) => itemsOf(api.useCases.listCredentials({ actor: c.var.actor, input: { ...filter, page: { ...page, order } } })),
      (credential) => representCredentialSummary(api.baseUrl, now, credential),
    );
  },
);
