import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deleteSignOn: Operation = operation(
  {
    method: 'delete',
    path: '/v1/organisations/{organisationId}/sign-on',
    operationId: 'removeSignOn',
    tags: ['People'],
    summary: 'Let nobody sign in by the provider',
    description: 'Sessions that it began end. Members stay members, and sign in by mail.',
    scope: 'person',
    roles: ['owner'],
    audit: 'sign-on.removed',
    request: { params: z.object({ organisationId: uuid }) },
    responses: { 204: { description: 'It is removed.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const gone = await api.useCases.removeSignOn({ actor: c.var.actor, input: c.req.valid('param') });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
