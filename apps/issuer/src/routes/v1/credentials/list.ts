import { type CredentialFilter, credentialSummarySchema, isNameOrder, listCredentialsQuerySchema, pageOf } from '@proofmark/schemas/api';
import type { FoundCredentials, ListCredentialsInput } from '../../../issuing/credentials/list-credentials.js';
import { done, type Result } from '../../../issuing/result.js';
import type { CredentialRecord } from '../../../store/index.js';
import { type Operation, operation } from '../http/operation.js';
import { type FoundItems, paged } from '../http/paging.js';
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
      'Who has what. The oldest first, in the order in which they became readable, so that whoever asks again with the last `next` misses none; or the newest first; or by the names of their recipients. A search by a name that very many people have, and a search in the order of names that few badges of many people fit, may answer fewer badges than `limit`, or none, and yet a `next`, with which it goes on. An address is looked up by `POST /v1/credentials/search`, since it must not stand in a URL. An admin key names an issuer or an achievement.',
    scope: 'credentials:read',
    request: { query: listCredentialsQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('CredentialPage', credentialSummarySchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) => {
    const query = c.req.valid('query');
    const { order = 'oldest' } = query;
    const filter = { ...filterOf(query), email: null };
    const now = api.now();
    return paged(
      { query, url: c.req.url, anchored: isNameOrder(order) },
      api.baseUrl,
      (page) => itemsOf(api.useCases.listCredentials({ actor: c.var.actor, input: { ...filter, page: { ...page, order } } })),
      (credential) => representCredentialSummary(api.baseUrl, now, credential),
    );
  },
);

/** What was found, as a page is made of it. */
export async function itemsOf(finding: Promise<Result<FoundCredentials>>): Promise<Result<FoundItems<CredentialRecord>>> {
  const found = await finding;
  return found.ok ? done({ items: found.value.credentials, further: found.value.further, anchorOf: found.value.anchorOf }) : found;
}

/** The filters of a request, as the use case takes them. */
export function filterOf(asked: CredentialFilter): Omit<ListCredentialsInput, 'email' | 'page'> {
  const { issuer = null, achievement = null, recipient = null, externalId = null, q = null, state = null, claimed, since, until } = asked;
  return {
    ...{ issuerId: issuer, achievementId: achievement, recipientId: recipient, externalId, name: q, state },
    claimed: claimed === undefined ? null : claimed === 'yes',
    since: since === undefined ? null : new Date(since),
    until: until === undefined ? null : new Date(until),
  };
}
