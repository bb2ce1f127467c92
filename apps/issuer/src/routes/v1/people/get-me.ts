import { meSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';
import { representMe } from './represent-people.js';

export const getMeOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/me',
    operationId: 'getMe',
    tags: ['People'],
    summary: 'See who is signed in',
    description: 'The person, their session, and the organisations in which they are, with what they are there.',
    scope: 'person',
    responses: { 200: jsonAnswer('Who is signed in.', meSchema) },
  },
  async (api, c) => {
    const me = await api.useCases.getMe({ actor: c.var.actor });
    return me.ok ? done({ status: 200, body: representMe(me.value) }) : me;
  },
);
