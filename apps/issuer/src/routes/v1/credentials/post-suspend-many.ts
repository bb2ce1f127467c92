import {
  type ChangedCredentials,
  type ChangedRow,
  changedCredentialsSchema,
  MAX_REVOKED_TOGETHER,
  suspendCredentialsSchema,
} from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import type { BulkActRecord } from '../../../store/index.js';
import { representBulkAct } from '../bulk-acts/represent.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postSuspendMany: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/suspend',
    operationId: 'suspendCredentials',
    tags: ['Credentials'],
    summary: 'Suspend many badges',
    description: `Up to ${MAX_REVOKED_TOGETHER} at once, for now. Each badge has its own row in the answer, in the order of the request: one that cannot be suspended stops no other. Again changes nothing. With \`undoable\`, \`acts\` says how to undo it within ten minutes.`,
    scope: 'credentials:suspend',
    audit: 'credentials.suspended',
    request: { body: jsonBody(suspendCredentialsSchema) },
    responses: { 200: jsonAnswer('What came of each badge.', changedCredentialsSchema) },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const made = await api.useCases.suspendCredentials({ actor: c.var.actor, input: c.req.valid('json') });
    return made.ok ? done({ status: 200, body: counted(made.value.rows, made.value.acts) }) : made;
  },
);

export function counted(rows: readonly ChangedRow[], acts: readonly BulkActRecord[] = []): ChangedCredentials {
  const count = (result: ChangedRow['result']): number => rows.filter((row) => row.result === result).length;
  return {
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    acts: acts.map(representBulkAct),
    results: [...rows],
  };
}
