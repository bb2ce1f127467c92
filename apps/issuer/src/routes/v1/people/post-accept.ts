import { acceptInvitationSchema, begunSessionSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { callerOf } from '../http/caller-of.js';
import { type Operation, operation } from '../http/operation.js';
import { keepSession } from '../http/session-cookie.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { SET_COOKIE } from './set-cookie.js';

export const postAccept: Operation = operation(
  {
    method: 'post',
    path: '/v1/invitations/accept',
    operationId: 'acceptInvitation',
    tags: ['People'],
    summary: 'Accept an invitation',
    description:
      'By the link that was sent by mail, which proves the address. Whoever accepts is a member then, and signed in. The link is used up.',
    scope: 'public',
    audit: 'member.joined',
    request: { body: jsonBody(acceptInvitationSchema) },
    responses: { 201: jsonAnswer('The session. Its secret is set as a cookie, and stands nowhere else.', begunSessionSchema, SET_COOKIE) },
    problems: ['gone'],
  },
  async (api, c) => {
    const begun = await api.useCases.acceptInvitation(c.req.valid('json'), callerOf(c));
    if (!begun.ok) return begun;
    const { personId, sessionId } = begun.value;
    return done({ status: 201, body: { personId, sessionId }, cookies: keepSession(api.baseUrl, begun.value) });
  },
);
