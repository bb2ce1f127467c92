import type { IssuanceJob, IssuanceJobRow } from '@proofmark/schemas/api';
import { undoUntil } from '../../../issuing/bulk-acts/undo-job.js';
import type { JobWithProgress } from '../../../issuing/issuance-jobs/job-with-progress.js';
import type { JobRow } from '../../../issuing/issuance-jobs/list-rows.js';
import { cellsOf } from '../../../issuing/issuance-jobs/reading/cells-of.js';
import type { RowFault } from '../../../store/index.js';

export function representJob({ job, progress, seconds }: JobWithProgress): IssuanceJob {
  const { done, existing, refused, waiting, valid, recently } = progress;
  const settled = done + existing + refused + valid;
  const stopped = job.state === 'cancelled' || job.state === 'failed';
  const open = job.readRows - settled;
  const ready = stopped ? 0 : open - waiting;
  const rate = recently === 0 ? null : recently / seconds;
  const running = job.state === 'running' || job.state === 'reading';
  return {
    id: job.id,
    issuerId: job.issuerId,
    achievementId: job.achievementId,
    mode: job.mode,
    format: job.format,
    onDuplicate: job.options.onDuplicate,
    state: job.state === 'uploading' ? 'reading' : job.state,
    createdAt: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
    undoUntil: undoUntil(job)?.toISOString() ?? null,
    upload: { bytes: job.size, readBytes: job.readBytes },
    rows: {
      total: job.readAt === null ? null : job.readRows,
      read: job.readRows,
      ready,
      waiting: stopped ? 0 : waiting,
      done,
      existing,
      refused,
      valid,
      cancelled: stopped ? open : 0,
    },
    rowsPerSecond: running && rate !== null ? Math.round(rate * 10) / 10 : null,
    secondsLeft: job.state === 'running' && rate !== null ? Math.ceil(ready / rate) : null,
    problem: job.found.problem,
  };
}

/** Characters that are answered of a cell in which something is wrong. */
const MOST_OF_A_VALUE = 200;

/** @param header - the names of the columns; null for a file that has none */
export function representRow({ row, line, state, result, content }: JobRow, header: readonly string[] | null): IssuanceJobRow {
  const valueAt = ({ column }: RowFault): string | null => {
    const at = column === null || header === null ? -1 : header.indexOf(column);
    const cell = at < 0 || content === null ? '' : (cellsOf(content)[at] ?? '');
    return cell === '' ? null : cell.slice(0, MOST_OF_A_VALUE);
  };
  const problem = result !== null && 'problem' in result ? result.problem : null;
  return {
    row,
    line,
    state,
    credentialId: result !== null && 'credentialId' in result ? result.credentialId : null,
    problem: problem === null ? null : { ...problem, errors: problem.errors.map((fault) => ({ ...fault, value: valueAt(fault) })) },
  };
}
