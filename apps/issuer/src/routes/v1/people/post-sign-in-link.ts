import { createSignInLinkSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonBody } from '../http/shapes.js';

export const postSignInLink: Operation = operation(
  {
    method: 'post',
    path: '/v1/sign-in-links',
    operationId: 'createSignInLink',
    tags: ['People'],
    summary: 'Ask for a link to sign in',
    description:
      'A mail with the link is sent, if somebody can sign in with the address. The answer does not say whether. Of one address, three links in twenty minutes are sent.',
    scope: 'public',
    audit: { none: 'A link changes nothing; the session that it begins is recorded.' },
    request: { body: jsonBody(createSignInLinkSchema) },
    responses: { 204: { description: 'If somebody has the address, a mail is on its way.' } },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const sent = await api.useCases.sendSignInLink(c.req.valid('json'));
    return sent.ok ? done({ status: 204 }) : sent;
  },
);
