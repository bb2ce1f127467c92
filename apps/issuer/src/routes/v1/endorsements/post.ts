import { endorseCredentialSchema, endorsementSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { idempotencyHeaders, jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representEndorsement } from '../represent-credential.js';

export const postEndorsement: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/endorsements',
    operationId: 'endorseCredential',
    tags: ['Credentials'],
    summary: 'Add an endorsement',
    description:
      'Either a named person and what they say, which this service signs under an id of that person’s own; or an EndorsementCredential that was signed elsewhere, which has to be about this badge and is verified first. The badge stays as it is; the endorsement stands in its work log.',
    scope: 'credentials:endorse',
    audit: 'endorsement.added',
    request: { params: z.object({ credentialId: uuid }), headers: idempotencyHeaders, body: jsonBody(endorseCredentialSchema) },
    responses: {
      201: jsonAnswer('The endorsement.', endorsementSchema, { Location: 'Where everyone can read it.' }),
      200: jsonAnswer(
        'The endorsement that an earlier request added: one with this `Idempotency-Key`, or one that brought the same.',
        endorsementSchema,
      ),
    },
    problems: [
      'not-found',
      'gone',
      'conflict',
      'request-in-progress',
      'idempotency-key-reused',
      'credential-refused',
      'endorsement-refused',
    ],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const body = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['Idempotency-Key'] ?? null;
    const added = await api.useCases.endorseCredential({ actor: c.var.actor, input: { credentialId, body, idempotencyKey } });
    if (!added.ok) return added;
    const endorsement = representEndorsement(api.baseUrl, added.value.endorsement);
    return done({ status: added.value.added ? 201 : 200, body: endorsement, headers: { location: endorsement.url } });
  },
);
