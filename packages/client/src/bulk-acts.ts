import type { BulkAct } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** What was done to many badges at once, and can be undone for ten minutes. */
export interface BulkActMethods {
  /** Newest first. An admin key names the issuer. */
  list(filter?: { issuer?: string }): AsyncGenerator<BulkAct, void, undefined>;
  /** Puts the badges in force again that it suspended. To repeat it changes nothing. */
  undo(id: string): Promise<BulkAct>;
}

export function bulkActMethods(send: Send): BulkActMethods {
  return {
    list: (filter = {}) => walk(send, '/v1/bulk-acts', { ...filter }),
    undo: (id) => send({ method: 'POST', path: `/v1/bulk-acts/${encodeURIComponent(id)}/undo` }),
  };
}
