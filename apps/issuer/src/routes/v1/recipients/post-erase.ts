import { erasedRecipientSchema, eraseRecipientSchema, recipientQuerySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';

export const postRecipientErase: Operation = operation(
  {
    method: 'post',
    path: '/v1/recipients/{recipientId}/erase',
    operationId: 'eraseRecipient',
    tags: ['Recipients'],
    summary: 'Erase a person',
    description:
      'For good: the recipient, the key of their address, and each badge that they have of this issuer, as `erase` of a badge does. Copies that others have stay genuine, unless `revoke` withdraws the badges as well. `confirm` says that it is meant.',
    scope: 'credentials:erase',
    alsoScope: { member: 'revoke', scope: 'credentials:revoke' },
    audit: 'recipient.erased',
    request: { params: z.object({ recipientId: uuid }), query: recipientQuerySchema, body: jsonBody(eraseRecipientSchema) },
    responses: { 200: jsonAnswer('How many badges were erased.', erasedRecipientSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { recipientId } = c.req.valid('param');
    const { issuer: issuerId = null } = c.req.valid('query');
    const { revoke } = c.req.valid('json');
    const erased = await api.useCases.eraseRecipient({ actor: c.var.actor, input: { issuerId, recipientId, revoke } });
    return erased.ok ? done({ status: 200, body: { id: recipientId, erased: erased.value } }) : erased;
  },
);
