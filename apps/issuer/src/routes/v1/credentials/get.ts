import { credentialResourceSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representCredential, versionLinks } from '../represent-credential.js';

export const getCredentialOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/credentials/{credentialId}',
    operationId: 'getCredential',
    tags: ['Credentials'],
    summary: 'Read a badge',
    scope: 'credentials:read',
    request: { params: z.object({ credentialId: uuid }) },
    responses: {
      200: jsonAnswer('The badge.', credentialResourceSchema, {
        Link: 'The badge that renews this one, `rel="successor-version"`, and the one that this renews, `rel="predecessor-version"`.',
      }),
    },
    problems: ['not-found', 'gone'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const credential = await api.useCases.getCredential({ actor: c.var.actor, input: credentialId });
    if (!credential.ok) return credential;
    const { value } = credential;
    return done({
      status: 200,
      body: representCredential(api.baseUrl, api.now(), value),
      headers: versionLinks(api.baseUrl, value),
    });
  },
);
