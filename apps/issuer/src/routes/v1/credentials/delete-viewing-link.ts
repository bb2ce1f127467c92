import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteViewingLink: Operation = operation(
  {
    method: 'delete',
    path: '/v1/credentials/{credentialId}/viewing-links/{linkId}',
    operationId: 'revokeViewingLink',
    tags: ['Evidence'],
    summary: 'End a viewing link',
    description: 'What was written down about it stays. Again changes nothing.',
    scope: 'viewing-links:write',
    audit: 'viewing-link.revoked',
    request: { params: z.object({ credentialId: uuid, linkId: uuid }) },
    responses: { 204: { description: 'It no longer works.' } },
    problems: ['not-found', 'gone'],
  },
  async (api, c) => {
    const { credentialId, linkId } = c.req.valid('param');
    const ended = await api.useCases.revokeViewingLink({ actor: c.var.actor, input: { credentialId, linkId } });
    return ended.ok ? done({ status: 204 }) : ended;
  },
);
