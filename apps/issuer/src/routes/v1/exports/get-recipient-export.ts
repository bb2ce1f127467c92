import { recipientExportSchema, recipientQuerySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representPerson } from './represent-export.js';

export const getRecipientExport: Operation = operation(
  {
    method: 'get',
    path: '/v1/recipients/{recipientId}/export',
    operationId: 'exportRecipient',
    tags: ['Recipients'],
    summary: 'Export what is kept of a person',
    description:
      'For somebody who asks what is kept of them: their name, address and id, and every badge with the signed document in both forms, its findings, evidence report and endorsements. The bytes of private work and of copies are not in it.',
    scope: 'recipients:read',
    alsoScope: { member: null, scope: 'credentials:read' },
    request: { params: z.object({ recipientId: uuid }), query: recipientQuerySchema },
    responses: { 200: jsonAnswer('All that is kept of the person.', recipientExportSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { recipientId } = c.req.valid('param');
    const { issuer: issuerId = null } = c.req.valid('query');
    const found = await api.useCases.exportRecipient({ actor: c.var.actor, input: { issuerId, recipientId } });
    return found.ok ? done({ status: 200, body: representPerson(api.baseUrl, api.now(), found.value) }) : found;
  },
);
