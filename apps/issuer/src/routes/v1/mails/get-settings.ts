import { mailSettingsSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';

export const getMailSettingsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/mail',
    operationId: 'getMailSettings',
    tags: ['Mail'],
    summary: 'Read what learners are told by mail',
    scope: null,
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('What holds now.', mailSettingsSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const settings = await api.useCases.getMailSettings({ actor: c.var.actor, input: c.req.valid('param').issuerId });
    return settings.ok ? done({ status: 200, body: settings.value }) : settings;
  },
);
