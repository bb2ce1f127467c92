import { setSignOnSchema, signOnSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representSignOn } from './represent-sign-on.js';

export const postSignOn: Operation = operation(
  {
    method: 'post',
    path: '/v1/organisations/{organisationId}/sign-on',
    operationId: 'setSignOn',
    tags: ['People'],
    summary: 'Set by which provider people sign in',
    description:
      'An OpenID Connect provider, in the place of the one that there is. It is asked at once, and has to answer. Register `redirectUri` of the answer there. Newcomers whose address is of an allowed mail domain, and verified, become members with `role`. An address counts as verified if the provider says so; where it says nothing, `verifiedBySchool` decides. Sessions that the provider before began end.',
    scope: 'person',
    roles: ['owner'],
    audit: 'sign-on.set',
    request: { params: z.object({ organisationId: uuid }), body: jsonBody(setSignOnSchema) },
    responses: { 200: jsonAnswer('The provider.', signOnSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    const set = await api.useCases.setSignOn({ actor: c.var.actor, input });
    return set.ok ? done({ status: 200, body: representSignOn(set.value) }) : set;
  },
);
