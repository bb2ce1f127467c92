import { listViewingLinksQuerySchema, pageOf, viewingLinkSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representViewingLink } from '../represent-credential.js';

export const listViewingLinksOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/credentials/{credentialId}/viewing-links',
    operationId: 'listViewingLinks',
    tags: ['Evidence'],
    summary: 'List who may look at private work, and when they did',
    description: 'Oldest first, those that no longer work included.',
    scope: 'credentials:read',
    request: { params: z.object({ credentialId: uuid }), query: listViewingLinksQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('ViewingLinkPage', viewingLinkSchema), { Link: 'The next page, `rel="next"`.' }),
    },
    problems: ['not-found', 'gone'],
  },
  (api, c) => {
    const { credentialId } = c.req.valid('param');
    const now = api.now();
    return paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listViewingLinks({ actor: c.var.actor, input: { credentialId, page } }),
      (listed) => representViewingLink(now, listed),
    );
  },
);
