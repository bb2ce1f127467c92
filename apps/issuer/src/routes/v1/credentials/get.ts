import { credentialResourceSchema } from '@proofmark/schemas/api';
import { getCredential } from '../../../issuing/credentials/get-credential.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representCredential } from '../represent.js';
import { versionLinks } from '../version-links.js';

export const getCredentialEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/v1/credentials/{credentialId}',
  operationId: 'getCredential',
  tag: 'Credentials',
  summary: 'Read a badge',
  scope: 'credentials:read',
  successes: {
    200: {
      description: 'The badge.',
      schema: credentialResourceSchema,
      headers: {
        Link: 'The badge that renews this one, `rel="successor-version"`, and the one that this renews, `rel="predecessor-version"`.',
      },
    },
  },
  problems: ['not-found', 'gone'],
  async handle(deps, { actor, ids: [credentialId] }) {
    const credential = await getCredential(deps, { actor, input: credentialId });
    if (!credential.ok) return credential;
    const { value } = credential;
    return done({
      status: 200,
      body: representCredential(deps.baseUrl, deps.clock.now(), value),
      headers: versionLinks(deps.baseUrl, value),
    });
  },
});
