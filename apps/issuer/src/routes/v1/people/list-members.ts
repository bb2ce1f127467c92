import { memberListSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representMember } from './represent-people.js';

export const listMembersOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/organisations/{organisationId}/members',
    operationId: 'listMembers',
    tags: ['People'],
    summary: 'List the members of an organisation',
    description: 'Who they are, their address and their role, the first that joined first.',
    scope: 'person',
    roles: ['owner'],
    request: { params: z.object({ organisationId: uuid }) },
    responses: { 200: jsonAnswer('The members.', memberListSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const members = await api.useCases.listMembers({ actor: c.var.actor, input: c.req.valid('param').organisationId });
    return members.ok ? done({ status: 200, body: { data: members.value.map(representMember) } }) : members;
  },
);
