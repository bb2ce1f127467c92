import { MAX_REVOKED_TOGETHER, type RevokedRow, revokeCredentialsSchema, revokedCredentialsSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postRevokeMany: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/revoke',
    operationId: 'revokeCredentials',
    tags: ['Credentials'],
    summary: 'Withdraw many badges',
    description: `Up to ${MAX_REVOKED_TOGETHER} at once, for good, with one reason for all or one each. Each badge has its own row in the answer, in the order of the request: one that cannot be withdrawn stops no other. The signed status lists say so when this answers. The same request can be sent again at any time: what is withdrawn already keeps its first reason and date. \`confirm\` says that it is meant.`,
    scope: 'credentials:revoke',
    audit: 'credentials.revoked',
    request: { body: jsonBody(revokeCredentialsSchema) },
    responses: { 200: jsonAnswer('What came of each badge.', revokedCredentialsSchema) },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const rows = await api.useCases.revokeCredentials({ actor: c.var.actor, input: c.req.valid('json') });
    if (!rows.ok) return rows;
    const count = (result: RevokedRow['result']): number => rows.value.filter((row) => row.result === result).length;
    const counts = { revoked: count('revoked'), alreadyRevoked: count('already-revoked'), refused: count('refused') };
    return done({ status: 200, body: { ...counts, results: [...rows.value] } });
  },
);
