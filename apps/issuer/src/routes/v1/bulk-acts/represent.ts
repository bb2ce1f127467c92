import type { BulkAct } from '@proofmark/schemas/api';
import type { BulkActRecord } from '../../../store/index.js';

export function representBulkAct(act: BulkActRecord): BulkAct {
  const { id, issuerId, kind, state, badges, jobId, apiKeyId, createdAt, dueAt, endedAt } = act;
  return {
    ...{ id, issuerId, kind, state, badges, jobId, actorId: apiKeyId },
    createdAt: createdAt.toISOString(),
    undoUntil: dueAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
