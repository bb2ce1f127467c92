import { mailTextResourceSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';

const allTexts = z.object({ data: z.array(mailTextResourceSchema) }).meta({ id: 'MailTexts' });

export const listMailTextsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/mail-texts',
    operationId: 'listMailTexts',
    tags: ['Mail'],
    summary: 'Read what all mails say',
    description: 'One for each kind and language: those that you wrote, and ours where you wrote none.',
    scope: 'credentials:read',
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('All of them.', allTexts) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const texts = await api.useCases.listMailTexts({ actor: c.var.actor, input: c.req.valid('param').issuerId });
    return texts.ok ? done({ status: 200, body: { data: [...texts.value] } }) : texts;
  },
);
