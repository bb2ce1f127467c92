import { type CreateViewingLink, createdViewingLinkSchema, createViewingLinkSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { createViewingLink } from '../../../issuing/viewing-links/create-viewing-link.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representViewingLink } from '../represent-viewing-link.js';

export const postViewingLink: Endpoint = endpoint<CreateViewingLink>({
  method: 'post',
  path: '/v1/credentials/{credentialId}/viewing-links',
  operationId: 'createViewingLink',
  tag: 'Evidence',
  summary: 'Let somebody look at private work',
  description:
    'For a time, and as often as you say. The answer holds the link, which is shown this once. Each time that the work is opened is written down, without who it was, and listed for the recipient.',
  scope: 'credentials:write',
  body: createViewingLinkSchema,
  successes: { 201: { description: 'The new link.', schema: createdViewingLinkSchema } },
  problems: ['not-found', 'gone'],
  async handle(deps, { actor, ids: [credentialId], body }) {
    const made = await createViewingLink(deps, { actor, input: { ...body, credentialId } });
    if (!made.ok) return made;
    const { token, ...rest } = made.value;
    const link = representViewingLink(deps.clock.now(), { ...rest, viewedAt: [] });
    return done({ status: 201, body: { ...link, url: `${deps.baseUrl}/view/${token}` } });
  },
});
