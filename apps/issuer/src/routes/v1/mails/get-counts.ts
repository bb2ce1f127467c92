import { mailCountsQuerySchema, mailCountsSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';

export const getMailCounts: Operation = operation(
  {
    method: 'get',
    path: '/v1/mail-counts',
    operationId: 'countMails',
    tags: ['Mail'],
    summary: 'Count mails by their state',
    description: 'Those of the last thirty days.',
    scope: 'credentials:read',
    request: { query: mailCountsQuerySchema },
    responses: { 200: jsonAnswer('How many there are.', mailCountsSchema) },
  },
  async (api, c) => {
    const counted = await api.useCases.countMails({ actor: c.var.actor, input: { issuerId: c.req.valid('query').issuer ?? null } });
    return counted.ok ? done({ status: 200, body: counted.value }) : counted;
  },
);
