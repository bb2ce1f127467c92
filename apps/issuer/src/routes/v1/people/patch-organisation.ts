import { organisationSchema, updateOrganisationSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representOrganisation } from './represent-people.js';

export const patchOrganisation: Operation = operation(
  {
    method: 'patch',
    path: '/v1/organisations/{organisationId}',
    operationId: 'updateOrganisation',
    tags: ['People'],
    summary: 'Rename an organisation',
    description: 'Its issuers keep their names.',
    scope: 'person',
    roles: ['owner'],
    audit: 'organisation.updated',
    request: { params: z.object({ organisationId: uuid }), body: jsonBody(updateOrganisationSchema) },
    responses: { 200: jsonAnswer('The organisation.', organisationSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    const updated = await api.useCases.updateOrganisation({ actor: c.var.actor, input });
    return updated.ok ? done({ status: 200, body: representOrganisation(updated.value) }) : updated;
  },
);
