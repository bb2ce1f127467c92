import { createSignOnRequestSchema, signOnRequestSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { keepAskedBrowser } from '../http/asked-browser-cookie.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

const COOKIE = { 'Set-Cookie': 'A secret by which the browser is known when it comes back. Scripts cannot read it.' } as const;

export const postSignOnRequest: Operation = operation(
  {
    method: 'post',
    path: '/v1/sign-on-requests',
    operationId: 'createSignOnRequest',
    tags: ['People'],
    summary: 'Begin to sign in by the provider of a school',
    description:
      'Answers where the browser goes: to the provider of the organisation to which the mail domain belongs. Whether anybody has the address is not looked at. The browser comes back to `/console/sign-on` within ten minutes, once.',
    scope: 'public',
    audit: { none: 'A question changes nothing; the session that answers it is recorded.' },
    request: { body: jsonBody(createSignOnRequestSchema) },
    responses: { 201: jsonAnswer('Where to go.', signOnRequestSchema, COOKIE) },
    problems: ['not-found', 'unavailable'],
  },
  async (api, c) => {
    const begun = await api.useCases.beginSignOn(c.req.valid('json'));
    if (!begun.ok) return begun;
    const { browser, url } = begun.value;
    return done({ status: 201, body: { url }, cookies: [keepAskedBrowser(api.baseUrl, 'sign-on', browser)] });
  },
);
