import { credentialSummarySchema, listCredentialsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';

export const listCredentialsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/credentials',
    operationId: 'listCredentials',
    tags: ['Credentials'],
    summary: 'List badges',
    description:
      'In the order in which they became readable, so that whoever asks again with the last `next` misses none. A recipient is found by e-mail address, which is compared by a keyed hash. An admin key names an issuer or an achievement.',
    scope: 'credentials:read',
    request: { query: listCredentialsQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('CredentialPage', credentialSummarySchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) => {
    const { issuer = null, achievement = null, recipient = null, state = null } = c.req.valid('query');
    const now = api.now();
    return paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) =>
        api.useCases.listCredentials({
          actor: c.var.actor,
          input: { issuerId: issuer, achievementId: achievement, recipient, state, page },
        }),
      (credential) => representCredentialSummary(api.baseUrl, now, credential),
    );
  },
);
