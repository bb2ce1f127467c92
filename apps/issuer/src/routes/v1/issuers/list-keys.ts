import { pageOf, signingKeySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representSigningKey } from '../represent.js';

export const listKeys: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/keys',
    operationId: 'listSigningKeys',
    tags: ['Signing keys'],
    summary: 'List the signing keys of an issuer',
    description: 'The public halves, oldest first. Retired keys stay, so that badges they signed stay checkable. The list is always whole.',
    scope: null,
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('The keys.', pageOf('SigningKeyPage', signingKeySchema)) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const keys = await api.useCases.listSigningKeys({ actor: c.var.actor, input: issuerId });
    return keys.ok ? done({ status: 200, body: { data: keys.value.map(representSigningKey), next: null } }) : keys;
  },
);
