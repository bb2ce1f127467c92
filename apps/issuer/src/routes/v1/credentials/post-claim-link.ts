import { createClaimLinkSchema, createdClaimLinkSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, optionalJsonBody, uuid } from '../http/shapes.js';

export const postClaimLink: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/claim-link',
    operationId: 'createClaimLink',
    tags: ['Credentials'],
    summary: 'Make a link by which the learner claims a badge',
    description:
      'For you to send by your own mail. It opens without an account, can be used once, and ends the one that was made before it and not used. Opening it changes nothing; its button claims the badge. As you send it, its use does not prove that the learner has the address of the badge. The answer holds the link, which is shown this once.',
    scope: 'credentials:issue',
    audit: 'claim-link.created',
    request: { params: z.object({ credentialId: uuid }), body: optionalJsonBody(createClaimLinkSchema) },
    responses: { 201: jsonAnswer('The new link.', createdClaimLinkSchema) },
    problems: ['not-found', 'gone', 'conflict'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const { days } = c.req.valid('json');
    const made = await api.useCases.createClaimLink({ actor: c.var.actor, input: { credentialId, days } });
    if (!made.ok) return made;
    const { link, token } = made.value;
    const { id, createdAt, expiresAt, provesAddress } = link;
    const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
    return done({ status: 201, body: { id, credentialId, url: `${api.baseUrl}/claim/${token}`, ...times, provesAddress } });
  },
);
