import { passkeyRequestSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { keepAskedBrowser } from '../http/asked-browser-cookie.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';

const COOKIE = { 'Set-Cookie': 'A secret by which the browser is known when it answers. Scripts cannot read it.' } as const;

export const postPasskeySessionChallenge: Operation = operation(
  {
    method: 'post',
    path: '/v1/passkey-sessions/challenges',
    operationId: 'createPasskeySessionChallenge',
    tags: ['People'],
    summary: 'Begin to sign in with a passkey',
    description:
      'What a passkey is to sign, for `navigator.credentials.get`. It can be answered for five minutes, once, by the browser that asked.',
    scope: 'public',
    audit: { none: 'A question changes nothing; the session that answers it is recorded.' },
    responses: { 201: jsonAnswer('The question.', passkeyRequestSchema, COOKIE) },
  },
  async (api) => {
    const asked = await api.useCases.askForPasskey();
    if (!asked.ok) return asked;
    const { browser, request } = asked.value;
    return done({ status: 201, body: request, cookies: [keepAskedBrowser(api.baseUrl, 'passkey', browser)] });
  },
);
