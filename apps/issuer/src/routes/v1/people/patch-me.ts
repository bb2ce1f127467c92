import { personSchema, updateMeSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representPerson } from './represent-people.js';

export const patchMe: Operation = operation(
  {
    method: 'patch',
    path: '/v1/me',
    operationId: 'updateMe',
    tags: ['People'],
    summary: 'Change your name and your settings',
    description:
      'The name under which colleagues see the person who asks. Badges and endorsements that are signed keep the name of then. And whether, and in which language, mails tell them that badges wait for an assessor.',
    scope: 'person',
    audit: 'person.renamed',
    request: { body: jsonBody(updateMeSchema) },
    responses: { 200: jsonAnswer('The person.', personSchema) },
  },
  async (api, c) => {
    const changed = await api.useCases.updateMe({ actor: c.var.actor, input: c.req.valid('json') });
    return changed.ok ? done({ status: 200, body: representPerson(changed.value) }) : changed;
  },
);
