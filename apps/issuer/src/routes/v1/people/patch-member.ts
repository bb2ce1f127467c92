import { memberSchema, updateMemberSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representMember } from './represent-people.js';

export const patchMember: Operation = operation(
  {
    method: 'patch',
    path: '/v1/organisations/{organisationId}/members/{personId}',
    operationId: 'updateMember',
    tags: ['People'],
    summary: 'Give a member another role',
    description:
      'It holds from their next request on. The only owner stays one. Open invitations by somebody who is no owner any more end.',
    scope: 'person',
    roles: ['owner'],
    audit: 'member.role-changed',
    request: { params: z.object({ organisationId: uuid, personId: uuid }), body: jsonBody(updateMemberSchema) },
    responses: { 200: jsonAnswer('The member.', memberSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    const changed = await api.useCases.changeRole({ actor: c.var.actor, input });
    return changed.ok ? done({ status: 200, body: representMember(changed.value) }) : changed;
  },
);
