import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteInvitation: Operation = operation(
  {
    method: 'delete',
    path: '/v1/organisations/{organisationId}/invitations/{invitationId}',
    operationId: 'withdrawInvitation',
    tags: ['People'],
    summary: 'Withdraw an invitation',
    description: 'Its link works no more.',
    scope: 'person',
    roles: ['owner'],
    audit: 'invitation.withdrawn',
    request: { params: z.object({ organisationId: uuid, invitationId: uuid }) },
    responses: { 204: { description: 'It is withdrawn.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { organisationId, invitationId } = c.req.valid('param');
    const gone = await api.useCases.withdrawInvitation({ actor: c.var.actor, input: { organisationId, id: invitationId } });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
