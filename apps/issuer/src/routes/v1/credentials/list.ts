import { credentialSummarySchema, type ListCredentialsQuery, listCredentialsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { listCredentials } from '../../../issuing/credentials/list-credentials.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { paged } from '../http/paging.js';
import { representCredentialSummary } from '../represent.js';

export const listCredentialsEndpoint: Endpoint = endpoint<undefined, ListCredentialsQuery>({
  method: 'get',
  path: '/v1/credentials',
  operationId: 'listCredentials',
  tag: 'Credentials',
  summary: 'List badges',
  description:
    'Oldest first. A recipient is found by e-mail address, which is compared by a keyed hash. An admin key names an issuer or an achievement.',
  scope: 'credentials:read',
  query: listCredentialsQuerySchema,
  successes: {
    200: {
      description: 'A page.',
      schema: pageOf('CredentialPage', credentialSummarySchema),
      headers: { Link: 'The next page, `rel="next"`.' },
    },
  },
  handle(deps, call) {
    const { issuer = null, achievement = null, recipient = null, state = null } = call.query;
    const now = deps.clock.now();
    return paged(
      call,
      deps.baseUrl,
      (page) =>
        listCredentials(deps, { actor: call.actor, input: { issuerId: issuer, achievementId: achievement, recipient, state, page } }),
      (credential) => representCredentialSummary(deps.baseUrl, now, credential),
    );
  },
});
