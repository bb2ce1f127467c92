import type { IssuanceJob, IssuanceJobRow } from '@proofmark/schemas/api';
import type { JobWithProgress } from '../../../issuing/issuance-jobs/job-with-progress.js';
import type { JobRow } from '../../../issuing/issuance-jobs/list-rows.js';

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

export function representRow({ row, line, state, result }: JobRow): IssuanceJobRow {
  return {
    row,
    line,
    state,
    credentialId: result !== null && 'credentialId' in result ? result.credentialId : null,
    problem: result !== null && 'problem' in result ? result.problem : null,
  };
}
