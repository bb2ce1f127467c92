import { pageOf, recipientResourceSchema, searchRecipientsSchema } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { searched } from '../http/paging.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representRecipient } from '../represent.js';

export const postRecipientSearch: Operation = operation(
  {
    method: 'post',
    path: '/v1/recipients/search',
    operationId: 'searchRecipients',
    tags: ['Recipients'],
    summary: 'Find recipients by an address',
    description:
      'Whoever has this e-mail address, in any spelling: several people may. It is compared by a keyed hash, and stands in the body so that it stands in no log of URLs.',
    scope: 'recipients:read',
    audit: { none: 'It reads.' },
    request: { body: jsonBody(searchRecipientsSchema) },
    responses: { 200: jsonAnswer('A page.', pageOf('RecipientPage', recipientResourceSchema)) },
  },
  (api, c) => {
    const body = c.req.valid('json');
    const { email, issuer = null } = body;
    const filter = { issuerId: issuer, externalId: null, name: null, email };
    return searched(
      body,
      (page) => api.useCases.listRecipients({ actor: c.var.actor, input: { ...filter, page: { ...page, order: 'oldest' } } }),
      representRecipient,
    );
  },
);
