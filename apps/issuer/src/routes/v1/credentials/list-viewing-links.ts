import { listViewingLinksQuerySchema, type PageQuery, pageOf, viewingLinkSchema } from '@proofmark/schemas/api';
import { listViewingLinks } from '../../../issuing/viewing-links/list-viewing-links.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { paged } from '../http/paging.js';
import { representViewingLink } from '../represent-viewing-link.js';

export const listViewingLinksEndpoint: Endpoint = endpoint<undefined, PageQuery>({
  method: 'get',
  path: '/v1/credentials/{credentialId}/viewing-links',
  operationId: 'listViewingLinks',
  tag: 'Evidence',
  summary: 'List who may look at private work, and when they did',
  description: 'Oldest first, those that no longer work included.',
  scope: 'credentials:read',
  query: listViewingLinksQuerySchema,
  successes: {
    200: {
      description: 'A page.',
      schema: pageOf('ViewingLinkPage', viewingLinkSchema),
      headers: { Link: 'The next page, `rel="next"`.' },
    },
  },
  problems: ['not-found', 'gone'],
  handle(deps, call) {
    const [credentialId] = call.ids;
    const now = deps.clock.now();
    return paged(
      call,
      deps.baseUrl,
      (page) => listViewingLinks(deps, { actor: call.actor, input: { credentialId, page } }),
      (listed) => representViewingLink(now, listed),
    );
  },
});
