import { becomeOwnerSchema, begunSessionSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { keepSession } from '../http/session-cookie.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { SET_COOKIE } from './set-cookie.js';

export const postOwner: Operation = operation(
  {
    method: 'post',
    path: '/v1/owners',
    operationId: 'becomeOwner',
    tags: ['People'],
    summary: 'Become an owner',
    description:
      'By the link that the service prints when nobody can sign in yet, or that its operator makes. Makes the person, and an organisation. That of the first owner gets every issuer which belongs to nobody, a later one none. The link is used up.',
    scope: 'public',
    audit: 'organisation.created',
    request: { body: jsonBody(becomeOwnerSchema) },
    responses: { 201: jsonAnswer('The session. Its secret is set as a cookie, and stands nowhere else.', begunSessionSchema, SET_COOKIE) },
    problems: ['gone', 'conflict'],
  },
  async (api, c) => {
    const begun = await api.useCases.becomeOwner(c.req.valid('json'), {
      requestId: c.var.requestId,
      userAgent: c.req.header('user-agent'),
    });
    if (!begun.ok) return begun;
    const { personId, sessionId } = begun.value;
    return done({ status: 201, body: { personId, sessionId }, cookies: keepSession(api.baseUrl, begun.value) });
  },
);
