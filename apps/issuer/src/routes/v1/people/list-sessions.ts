import { sessionListSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';
import { representSession } from './represent-people.js';

export const listSessionsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/sessions',
    operationId: 'listSessions',
    tags: ['People'],
    summary: 'List your sessions',
    description: 'The browsers in which the person who asks is signed in, the newest first; a hundred at most.',
    scope: 'person',
    responses: { 200: jsonAnswer('The sessions.', sessionListSchema) },
  },
  async (api, c) => {
    const { actor } = c.var;
    const sessions = await api.useCases.listSessions({ actor, input: null });
    if (!sessions.ok) return sessions;
    const current = actor.person?.sessionId ?? null;
    return done({ status: 200, body: { data: sessions.value.map((session) => representSession(session, current)) } });
  },
);
