import { createInvitationSchema, invitationSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representInvitation } from './represent-people.js';

export const postInvitation: Operation = operation(
  {
    method: 'post',
    path: '/v1/organisations/{organisationId}/invitations',
    operationId: 'createInvitation',
    tags: ['People'],
    summary: 'Invite somebody',
    description:
      'A mail with a link is sent, which works once, for seven days. An earlier invitation of the same address ends. Somebody who is a member already cannot be invited. At most three a day go to one address, and 200 a day from one organisation, which has at most 500 members and open invitations.',
    scope: 'person',
    roles: ['owner'],
    audit: 'invitation.created',
    request: { params: z.object({ organisationId: uuid }), body: jsonBody(createInvitationSchema) },
    responses: { 201: jsonAnswer('The invitation.', invitationSchema) },
    problems: ['not-found', 'conflict', 'unavailable'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    const made = await api.useCases.createInvitation({ actor: c.var.actor, input });
    return made.ok ? done({ status: 201, body: representInvitation(made.value) }) : made;
  },
);
