import { MAX_REVOKED_TOGETHER, type ResentRow, resendCredentialsSchema, resentCredentialsSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postResendMany: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/resend',
    operationId: 'resendCredentials',
    tags: ['Credentials'],
    summary: 'Have many badges sent again',
    description: `Up to ${MAX_REVOKED_TOGETHER} at once. For each badge an event \`credential.resent\` tells your systems to send it to its recipient again; the service sends no mail itself. A badge is sent again once an hour, and ${MAX_REVOKED_TOGETHER} badges of an issuer in an hour: a request beyond that answers 429, and none of it is done. Each badge has its own row in the answer, in the order of the request.`,
    scope: 'credentials:issue',
    audit: 'credentials.resent',
    request: { body: jsonBody(resendCredentialsSchema) },
    responses: { 200: jsonAnswer('What came of each badge.', resentCredentialsSchema) },
    problems: [],
  },
  async (api, c) => {
    const rows = await api.useCases.resendCredentials({ actor: c.var.actor, input: c.req.valid('json') });
    if (!rows.ok) return rows;
    const count = (result: ResentRow['result']): number => rows.value.filter((row) => row.result === result).length;
    const counts = { resent: count('resent'), tooSoon: count('too-soon'), refused: count('refused') };
    return done({ status: 200, body: { ...counts, results: [...rows.value] } });
  },
);
