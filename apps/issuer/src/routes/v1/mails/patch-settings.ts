import { mailSettingsSchema, updateMailSettingsSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';

export const patchMailSettings: Operation = operation(
  {
    method: 'patch',
    path: '/v1/issuers/{issuerId}/mail',
    operationId: 'updateMailSettings',
    tags: ['Mail'],
    summary: 'Change what learners are told by mail',
    description:
      'JSON Merge Patch (RFC 7396). An issuer that an API key makes sends no mail until it says so here; one that a person makes in the console does. `mail` of a request that issues a badge goes before `issued`. What happened before mails were first wanted is told to nobody.',
    scope: 'issuers:write',
    audit: 'issuer.mail-changed',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(updateMailSettingsSchema) },
    responses: { 200: jsonAnswer('What holds now.', mailSettingsSchema) },
    problems: ['not-found', 'unavailable'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const settings = await api.useCases.updateMailSettings({ actor: c.var.actor, input: { issuerId, changes: c.req.valid('json') } });
    return settings.ok ? done({ status: 200, body: settings.value }) : settings;
  },
);
