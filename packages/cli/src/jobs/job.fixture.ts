import type { IssuanceJob } from '@proofmark/schemas/api';

const NO_ROWS = { total: null, read: 0, ready: 0, waiting: 0, done: 0, existing: 0, refused: 0, valid: 0, cancelled: 0 };

interface Changes extends Partial<Omit<IssuanceJob, 'rows'>> {
  readonly rows?: Partial<IssuanceJob['rows']>;
}

/** A job of 1,000 bytes that was just made, with changes. */
export function jobWith({ rows = {}, ...changes }: Changes = {}): IssuanceJob {
  return {
    id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01',
    issuerId: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e02',
    achievementId: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e03',
    mode: 'issue',
    format: 'csv',
    onDuplicate: 'refuse',
    state: 'reading',
    createdAt: '2026-11-29T08:00:00.000Z',
    endedAt: null,
    undoUntil: null,
    upload: { bytes: 1000, readBytes: 0 },
    rows: { ...NO_ROWS, ...rows },
    rowsPerSecond: null,
    secondsLeft: null,
    problem: null,
    ...changes,
  };
}
