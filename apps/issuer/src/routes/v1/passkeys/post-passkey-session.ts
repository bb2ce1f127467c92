import { begunSessionSchema, createPasskeySessionSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { askedBrowserOf, forgetAskedBrowser } from '../http/asked-browser-cookie.js';
import { callerOf } from '../http/caller-of.js';
import { type Operation, operation } from '../http/operation.js';
import { keepSession } from '../http/session-cookie.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { SET_COOKIE } from '../people/set-cookie.js';

export const postPasskeySession: Operation = operation(
  {
    method: 'post',
    path: '/v1/passkey-sessions',
    operationId: 'createPasskeySession',
    tags: ['People'],
    summary: 'Sign in with a passkey',
    description:
      'By what the browser answered to the question before. The authenticator has to have verified its user. Every refusal is the same, so that it does not tell which passkeys are known.',
    scope: 'public',
    audit: 'session.begun',
    request: { body: jsonBody(createPasskeySessionSchema) },
    responses: { 201: jsonAnswer('The session. Its secret is set as a cookie, and stands nowhere else.', begunSessionSchema, SET_COOKIE) },
  },
  async (api, c) => {
    const caller = callerOf(c);
    const begun = await api.useCases.signInByPasskey(c.req.valid('json'), askedBrowserOf(c, api.baseUrl, 'passkey'), caller);
    if (!begun.ok) return begun;
    const { personId, sessionId } = begun.value;
    const cookies = [...keepSession(api.baseUrl, begun.value), forgetAskedBrowser(api.baseUrl, 'passkey')];
    return done({ status: 201, body: { personId, sessionId }, cookies });
  },
);
