import { listMailsQuerySchema, mailResourceSchema, pageOf } from '@proofmark/schemas/api';
import type { BadgeMailRecord } from '../../../store/index.js';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representMail } from './represent-mail.js';

export const listMailsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/mails',
    operationId: 'listMails',
    tags: ['Mail'],
    summary: 'Look at mails to learners',
    description:
      'Newest first: what was sent, what waits, and what came back, with the sentence of the server. To send a badge again: `resendCredential`, after the address was corrected where it was wrong.',
    scope: 'credentials:read',
    request: { query: listMailsQuerySchema },
    responses: { 200: jsonAnswer('A page.', pageOf('MailPage', mailResourceSchema), { Link: 'The next page, `rel="next"`.' }) },
  },
  (api, c) =>
    paged(
      { query: c.req.valid('query'), url: c.req.url },
      api.baseUrl,
      (page) => {
        const { issuer = null, credential = null, state = null } = c.req.valid('query');
        return api.useCases.listMails({ actor: c.var.actor, input: { issuerId: issuer, credentialId: credential, state, page } });
      },
      (mail: BadgeMailRecord) => representMail(mail),
    ),
);
