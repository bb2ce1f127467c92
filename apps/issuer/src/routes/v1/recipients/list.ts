import { listRecipientsQuerySchema, pageOf, recipientResourceSchema } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representRecipient } from '../represent.js';

export const listRecipientsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/recipients',
    operationId: 'listRecipients',
    tags: ['Recipients'],
    summary: 'List recipients',
    description:
      'Who has badges, with their addresses, by when they were first met. An address is looked up by `POST /v1/recipients/search`, since it must not stand in a URL.',
    scope: 'recipients:read',
    request: { query: listRecipientsQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('RecipientPage', recipientResourceSchema), { Link: 'The next page, `rel="next"`.' }),
    },
  },
  (api, c) => {
    const query = c.req.valid('query');
    const { issuer = null, externalId = null, q = null, order = 'oldest' } = query;
    const filter = { issuerId: issuer, externalId, name: q, email: null };
    return paged(
      { query, url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listRecipients({ actor: c.var.actor, input: { ...filter, page: { ...page, order } } }),
      representRecipient,
    );
  },
);
