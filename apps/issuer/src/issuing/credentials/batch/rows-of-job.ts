import type { RowResult } from '../../../store/index.js';
import type { Repositories } from '../../ports.js';
import { type Refused, refused } from '../../result.js';
import type { RowOfJob, SignedBadge } from './batch.js';

/** The rows of a job that badges are for, locked until the transaction ends. */
interface LockedRows {
  /** Another process has the chunk by now, or the row has its result: then no badge is issued for it. */
  refusalOf(badge: SignedBadge): Refused | null;
  /** Writes that the rows are done, with the badges. */
  write(stored: readonly SignedBadge[], at: Date): Promise<void>;
}

/** All rows are of one chunk. */
export async function lockRowsOfJob(tx: Pick<Repositories, 'issuanceChunks'>, badges: readonly SignedBadge[]): Promise<LockedRows> {
  const first = badges.map(rowOf).find((row) => row !== null);
  if (first == null) return { refusalOf: () => null, write: async () => undefined };
  const results = await tx.issuanceChunks.lockResults(first.chunk, first.holder);
  return {
    refusalOf(badge) {
      const row = rowOf(badge);
      return row === null || (results !== null && isOpen(results[row.at])) ? null : rowIsTaken();
    },
    async write(stored, at) {
      if (results === null || stored.length === 0) return;
      const done = new Map(stored.map((badge) => [rowOf(badge)?.at, badge.credential.id]));
      const now = results.map((result, nth): RowResult | null => {
        const credentialId = done.get(nth);
        return credentialId === undefined ? result : { state: 'done', credentialId };
      });
      await tx.issuanceChunks.writeResults(first.chunk, now, at);
    },
  };
}

function rowOf({ badge }: SignedBadge): RowOfJob | null {
  return badge.row ?? null;
}

function isOpen(result: RowResult | null | undefined): boolean {
  return result === null || result?.state === 'waiting';
}

function rowIsTaken(): Refused {
  return refused('conflict', 'Another process works on this row of the job, or has ended it.');
}
