import { organisationListSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';
import { representOrganisation } from './represent-people.js';

export const listOrganisationsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/organisations',
    operationId: 'listOrganisations',
    tags: ['People'],
    summary: 'List your organisations',
    description: 'Those in which the person is who asks, the one that they joined first before the others.',
    scope: 'person',
    responses: { 200: jsonAnswer('The organisations.', organisationListSchema) },
  },
  async (api, c) => {
    const found = await api.useCases.listOrganisations({ actor: c.var.actor, input: null });
    return found.ok ? done({ status: 200, body: { data: found.value.map(representOrganisation) } }) : found;
  },
);
