import { giveIssuerSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonBody, uuid } from '../http/shapes.js';

export const postIssuerOrganisation: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/organisation',
    operationId: 'giveIssuer',
    tags: ['Issuers'],
    summary: 'Give an issuer to an organisation',
    description:
      'Its people act for the issuer from their next request on. One that belongs to another organisation is given only where `from` names that one, whose people lose it then. API keys of the issuer stay as they are.',
    scope: 'admin',
    audit: 'issuer.given',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(giveIssuerSchema) },
    responses: { 204: { description: 'It belongs to the organisation.' } },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    const given = await api.useCases.giveIssuer({ actor: c.var.actor, input });
    return given.ok ? done({ status: 204 }) : given;
  },
);
