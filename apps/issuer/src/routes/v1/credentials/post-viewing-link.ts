import { createdViewingLinkSchema, createViewingLinkSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representViewingLink } from '../represent-credential.js';

export const postViewingLink: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/viewing-links',
    operationId: 'createViewingLink',
    tags: ['Evidence'],
    summary: 'Let somebody look at private work',
    description:
      'For a time, and as often as you say. The answer holds the link, which is shown this once. Each time that the work is opened is written down, without who it was, and listed for the recipient.',
    scope: 'viewing-links:write',
    audit: 'viewing-link.created',
    request: { params: z.object({ credentialId: uuid }), body: jsonBody(createViewingLinkSchema) },
    responses: { 201: jsonAnswer('The new link.', createdViewingLinkSchema) },
    problems: ['not-found', 'gone'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const body = c.req.valid('json');
    const made = await api.useCases.createViewingLink({ actor: c.var.actor, input: { ...body, credentialId } });
    if (!made.ok) return made;
    const { token, ...rest } = made.value;
    const link = representViewingLink(api.now(), { ...rest, viewedAt: [] });
    return done({ status: 201, body: { ...link, url: `${api.baseUrl}/view/${token}` } });
  },
);
