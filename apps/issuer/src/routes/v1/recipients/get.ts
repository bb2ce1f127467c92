import { recipientQuerySchema, recipientWithCredentialsSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representRecipient } from '../represent.js';
import { representCredentialSummary } from '../represent-credential.js';

export const getRecipientOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/recipients/{recipientId}',
    operationId: 'getRecipient',
    tags: ['Recipients'],
    summary: 'Read a recipient, with their badges',
    description: 'The newest badges first, at most 100; `GET /v1/credentials?recipient=` lists all.',
    scope: 'recipients:read',
    request: { params: z.object({ recipientId: uuid }), query: recipientQuerySchema },
    responses: { 200: jsonAnswer('The recipient.', recipientWithCredentialsSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { recipientId } = c.req.valid('param');
    const { issuer: issuerId = null } = c.req.valid('query');
    const found = await api.useCases.getRecipient({ actor: c.var.actor, input: { issuerId, recipientId } });
    if (!found.ok) return found;
    const { recipient, credentials, more } = found.value;
    const now = api.now();
    const shown = credentials.map((one) => representCredentialSummary(api.baseUrl, now, one));
    return done({ status: 200, body: { ...representRecipient(recipient), credentials: shown, more } });
  },
);
