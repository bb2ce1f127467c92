import { rotateSigningKeySchema, signingKeySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representSigningKey } from '../represent.js';

export const postKey: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/keys',
    operationId: 'rotateSigningKey',
    tags: ['Signing keys'],
    summary: 'Rotate a signing key',
    description:
      'Makes a new key the active one of its algorithm. The private half of the old key is destroyed; its public half stays published, so its badges stay valid. Once an hour at most, for each algorithm. A key that was stolen is not rotated but revoked.',
    scope: 'keys:write',
    audit: 'signing-key.rotated',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(rotateSigningKeySchema) },
    responses: { 201: jsonAnswer('The new key.', signingKeySchema) },
    problems: ['not-found', 'conflict', 'too-many-requests'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const body = c.req.valid('json');
    const key = await api.useCases.rotateSigningKey({ actor: c.var.actor, input: { issuerId, algorithm: body.algorithm } });
    return key.ok ? done({ status: 201, body: representSigningKey(key.value) }) : key;
  },
);
