import { type Bound, bind } from '../bind.js';
import type { StatusChanging } from '../status-lists/change-one.js';
import { finishBulkActs } from './finish-acts.js';
import { listBulkActs } from './list-acts.js';
import { revokeUndoably } from './revoke-undoably.js';
import { undoBulkAct } from './undo-act.js';
import { undoIssuanceJob } from './undo-job.js';

/** What was done to many badges at once, and how it is undone. */
export interface BulkActUseCases {
  readonly revokeUndoably: Bound<typeof revokeUndoably>;
  readonly listBulkActs: Bound<typeof listBulkActs>;
  readonly undoBulkAct: Bound<typeof undoBulkAct>;
  readonly undoIssuanceJob: Bound<typeof undoIssuanceJob>;
  readonly finishBulkActs: Bound<typeof finishBulkActs>;
}

export function bulkActUseCases(deps: StatusChanging): BulkActUseCases {
  return {
    revokeUndoably: bind(revokeUndoably, deps),
    listBulkActs: bind(listBulkActs, deps),
    undoBulkAct: bind(undoBulkAct, deps),
    undoIssuanceJob: bind(undoIssuanceJob, deps),
    finishBulkActs: bind(finishBulkActs, deps),
  };
}
