import {
  type ChangedCredentials,
  type ChangedRow,
  changedCredentialsSchema,
  MAX_REVOKED_TOGETHER,
  suspendCredentialsSchema,
} from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postSuspendMany: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/suspend',
    operationId: 'suspendCredentials',
    tags: ['Credentials'],
    summary: 'Suspend many badges',
    description: `Up to ${MAX_REVOKED_TOGETHER} at once, for now. Each badge has its own row in the answer, in the order of the request: one that cannot be suspended stops no other. Again changes nothing.`,
    scope: 'credentials:suspend',
    audit: 'credentials.suspended',
    request: { body: jsonBody(suspendCredentialsSchema) },
    responses: { 200: jsonAnswer('What came of each badge.', changedCredentialsSchema) },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const rows = await api.useCases.suspendCredentials({ actor: c.var.actor, input: c.req.valid('json') });
    return rows.ok ? done({ status: 200, body: counted(rows.value) }) : rows;
  },
);

export function counted(rows: readonly ChangedRow[]): ChangedCredentials {
  const count = (result: ChangedRow['result']): number => rows.filter((row) => row.result === result).length;
  return { changed: count('changed'), unchanged: count('unchanged'), refused: count('refused'), results: [...rows] };
}
