import { issuerSchema, type PageQuery, pageOf, pageQueryFields } from '@proofmark/schemas/api';
import { z } from 'zod';
import { listIssuers } from '../../../issuing/issuers/list-issuers.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { paged } from '../http/paging.js';
import { representIssuer } from '../represent.js';

export const listIssuersEndpoint: Endpoint = endpoint<undefined, PageQuery>({
  method: 'get',
  path: '/v1/issuers',
  operationId: 'listIssuers',
  tag: 'Issuers',
  summary: 'List issuers',
  description: 'Every issuer for an admin key; for any other key its own.',
  scope: null,
  query: z.strictObject(pageQueryFields),
  successes: {
    200: { description: 'A page.', schema: pageOf('IssuerPage', issuerSchema), headers: { Link: 'The next page, `rel="next"`.' } },
  },
  handle: (deps, call) =>
    paged(
      call,
      deps.baseUrl,
      (page) => listIssuers(deps, { actor: call.actor, input: page }),
      (issuer) => representIssuer(deps.baseUrl, issuer),
    ),
});
