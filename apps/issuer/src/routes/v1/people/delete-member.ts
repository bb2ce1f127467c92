import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteMember: Operation = operation(
  {
    method: 'delete',
    path: '/v1/organisations/{organisationId}/members/{personId}',
    operationId: 'removeMember',
    tags: ['People'],
    summary: 'Take somebody out of an organisation',
    description:
      'They may do nothing for it from then on, and open invitations to them or by them end. The only owner stays. API keys that they made go on working: see who made which in the audit log.',
    scope: 'person',
    roles: ['owner'],
    audit: 'member.removed',
    request: { params: z.object({ organisationId: uuid, personId: uuid }) },
    responses: { 204: { description: 'They are no member any more.' } },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const removed = await api.useCases.removeMember({ actor: c.var.actor, input: c.req.valid('param') });
    return removed.ok ? done({ status: 204 }) : removed;
  },
);
