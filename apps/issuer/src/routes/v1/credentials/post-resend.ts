import { resentRowSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';

export const postResend: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/resend',
    operationId: 'resendCredential',
    tags: ['Credentials'],
    summary: 'Have a badge sent again',
    description:
      'For a recipient who lost it. The event `credential.resent` tells your systems to send the badge again. Where the issuer has its badges mailed (`updateMailSettings`), the service mails it, with a new link. Less than an hour after the last time the answer is `too-soon`, and no event tells of it. A badge that is withdrawn or suspended answers 409.',
    scope: 'credentials:issue',
    audit: 'credential.resent',
    request: { params: z.object({ credentialId: uuid }) },
    responses: { 200: jsonAnswer('Whether it is sent again.', resentRowSchema) },
    problems: ['not-found', 'gone', 'conflict'],
  },
  async (api, c) => {
    const row = await api.useCases.resendCredential({ actor: c.var.actor, input: c.req.valid('param').credentialId });
    return row.ok ? done({ status: 200, body: row.value }) : row;
  },
);
