import { invitationListSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representInvitation } from './represent-people.js';

export const listInvitationsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/organisations/{organisationId}/invitations',
    operationId: 'listInvitations',
    tags: ['People'],
    summary: 'List open invitations',
    description: 'Those that can still be accepted, the newest first.',
    scope: 'person',
    roles: ['owner'],
    request: { params: z.object({ organisationId: uuid }) },
    responses: { 200: jsonAnswer('The invitations.', invitationListSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const open = await api.useCases.listInvitations({ actor: c.var.actor, input: c.req.valid('param').organisationId });
    return open.ok ? done({ status: 200, body: { data: open.value.map(representInvitation) } }) : open;
  },
);
