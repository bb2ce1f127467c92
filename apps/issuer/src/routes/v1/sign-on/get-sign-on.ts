import { signOnSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representSignOn } from './represent-sign-on.js';

export const getSignOnOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/organisations/{organisationId}/sign-on',
    operationId: 'getSignOn',
    tags: ['People'],
    summary: 'See by which provider people sign in',
    description:
      'The OpenID Connect provider of the organisation, the mail domains for which it may vouch, and what has to be registered at the provider. The client secret is never shown.',
    scope: 'person',
    roles: ['owner'],
    request: { params: z.object({ organisationId: uuid }) },
    responses: { 200: jsonAnswer('The provider.', signOnSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const found = await api.useCases.getSignOn({ actor: c.var.actor, input: c.req.valid('param') });
    return found.ok ? done({ status: 200, body: representSignOn(found.value) }) : found;
  },
);
