import { begunSessionSchema, createSessionSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { callerOf } from '../http/caller-of.js';
import { type Operation, operation } from '../http/operation.js';
import { keepSession } from '../http/session-cookie.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { SET_COOKIE } from './set-cookie.js';

export const postSession: Operation = operation(
  {
    method: 'post',
    path: '/v1/sessions',
    operationId: 'createSession',
    tags: ['People'],
    summary: 'Sign in',
    description:
      'By a link that was sent by mail, which proves the address. The link is used up. It is opened by a page that asks first, so that programs which look at links in mails use up none.',
    scope: 'public',
    audit: 'session.begun',
    request: { body: jsonBody(createSessionSchema) },
    responses: { 201: jsonAnswer('The session. Its secret is set as a cookie, and stands nowhere else.', begunSessionSchema, SET_COOKIE) },
    problems: ['gone'],
  },
  async (api, c) => {
    const begun = await api.useCases.signIn(c.req.valid('json'), callerOf(c));
    if (!begun.ok) return begun;
    const { personId, sessionId } = begun.value;
    return done({ status: 201, body: { personId, sessionId }, cookies: keepSession(api.baseUrl, begun.value) });
  },
);
