import { begunSessionSchema, createSignOnSessionSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { askedBrowserOf, forgetAskedBrowser } from '../http/asked-browser-cookie.js';
import { callerOf } from '../http/caller-of.js';
import { type Operation, operation } from '../http/operation.js';
import { keepSession } from '../http/session-cookie.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { SET_COOKIE } from '../people/set-cookie.js';

export const postSignOnSession: Operation = operation(
  {
    method: 'post',
    path: '/v1/sign-on-sessions',
    operationId: 'createSignOnSession',
    tags: ['People'],
    summary: 'Sign in by the provider of a school',
    description:
      'By what the provider gave the browser to bring back. The session is for the organisation of the provider alone: in it nobody reaches another organisation of theirs, adds a passkey or changes their name.',
    scope: 'public',
    audit: 'session.begun',
    request: { body: jsonBody(createSignOnSessionSchema) },
    responses: { 201: jsonAnswer('The session. Its secret is set as a cookie, and stands nowhere else.', begunSessionSchema, SET_COOKIE) },
    problems: ['conflict', 'unavailable'],
  },
  async (api, c) => {
    const caller = callerOf(c);
    const begun = await api.useCases.finishSignOn(c.req.valid('json'), askedBrowserOf(c, api.baseUrl, 'sign-on'), caller);
    if (!begun.ok) return begun;
    const { personId, sessionId } = begun.value;
    const cookies = [...keepSession(api.baseUrl, begun.value), forgetAskedBrowser(api.baseUrl, 'sign-on')];
    return done({ status: 201, body: { personId, sessionId }, cookies });
  },
);
