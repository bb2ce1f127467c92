import { endorsementSchema, pageOf } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representEndorsement } from '../represent-credential.js';

export const listEndorsementsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/credentials/{credentialId}/endorsements',
    operationId: 'listEndorsements',
    tags: ['Credentials'],
    summary: 'List the endorsements of a badge',
    description: 'Oldest first. The list is always whole.',
    scope: 'credentials:read',
    request: { params: z.object({ credentialId: uuid }) },
    responses: { 200: jsonAnswer('The endorsements.', pageOf('EndorsementPage', endorsementSchema)) },
    problems: ['not-found', 'gone'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const found = await api.useCases.listEndorsements({ actor: c.var.actor, input: credentialId });
    if (!found.ok) return found;
    return done({ status: 200, body: { data: found.value.map((one) => representEndorsement(api.baseUrl, one)), next: null } });
  },
);
