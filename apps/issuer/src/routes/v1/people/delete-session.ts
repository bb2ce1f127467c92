import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { forgetSession } from '../http/session-cookie.js';
import { uuid } from '../http/shapes.js';

export const deleteSession: Operation = operation(
  {
    method: 'delete',
    path: '/v1/sessions/{sessionId}',
    operationId: 'endSession',
    tags: ['People'],
    summary: 'End a session',
    description: 'Signs the person who asks out, there or here, at once.',
    scope: 'person',
    audit: 'session.ended',
    request: { params: z.object({ sessionId: uuid }) },
    responses: { 204: { description: 'It is ended.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { actor } = c.var;
    const { sessionId } = c.req.valid('param');
    const ended = await api.useCases.endSession({ actor, input: sessionId });
    if (!ended.ok) return ended;
    return done({ status: 204, cookies: sessionId === actor.person?.sessionId ? forgetSession(api.baseUrl) : [] });
  },
);
