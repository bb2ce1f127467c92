import {
  MAX_REVOKED_TOGETHER,
  type RevokedCredentials,
  type RevokedRow,
  revokeCredentialsSchema,
  revokedCredentialsSchema,
} from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import type { BulkActRecord } from '../../../store/index.js';
import { representBulkAct } from '../bulk-acts/represent.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postRevokeMany: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/revoke',
    operationId: 'revokeCredentials',
    tags: ['Credentials'],
    summary: 'Withdraw many badges',
    description: `Up to ${MAX_REVOKED_TOGETHER} at once, for good, with one reason for all or one each. Each badge has its own row in the answer, in the order of the request: one that cannot be withdrawn stops no other. The signed status lists say so when this answers. The same request can be sent again at any time: what is withdrawn already keeps its first reason and date. \`confirm\` says that it is meant. With \`undoable\` they are suspended at once and revoked ten minutes later, and \`acts\` says how to undo that.`,
    scope: 'credentials:revoke',
    audit: 'credentials.revoked',
    request: { body: jsonBody(revokeCredentialsSchema) },
    responses: { 200: jsonAnswer('What came of each badge.', revokedCredentialsSchema) },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const { undoable = false, ...input } = c.req.valid('json');
    const request = { actor: c.var.actor, input };
    if (undoable) {
      const made = await api.useCases.revokeUndoably(request);
      return made.ok ? done({ status: 200, body: counted(made.value.rows, made.value.acts) }) : made;
    }
    const rows = await api.useCases.revokeCredentials(request);
    return rows.ok ? done({ status: 200, body: counted(rows.value, []) }) : rows;
  },
);

function counted(rows: readonly RevokedRow[], acts: readonly BulkActRecord[]): RevokedCredentials {
  const count = (result: RevokedRow['result']): number => rows.filter((row) => row.result === result).length;
  const counts = {
    revoked: count('revoked'),
    alreadyRevoked: count('already-revoked'),
    suspended: count('suspended'),
    refused: count('refused'),
  };
  return { ...counts, acts: acts.map(representBulkAct), results: [...rows] };
}
