import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@proofmark/client';
import type { IssuanceJob } from '@proofmark/schemas/api';
import type { KeepTrying } from './keep-trying.js';

/** Milliseconds between the first two looks, and between later ones. */
const SOON = 200;
const EVERY = 2000;

export interface Following {
  readonly keep: KeepTrying;
  /** Gets the job at each look. */
  show(job: IssuanceJob): void;
  /** Seconds for which it is waited when there are only rows left whose work nobody answers for. */
  readonly patience: number;
}

/** Looks at a job until it has ended, or nothing more comes of it for now. */
export async function followJob(client: Client, first: IssuanceJob, { keep, show, patience }: Following): Promise<IssuanceJob> {
  let job = first;
  let [settled, since, pause] = [-1, Date.now(), SOON];
  for (;;) {
    show(job);
    if (!isOpen(job)) return job;
    if (!onlyWaits(job) || settledOf(job) !== settled) [settled, since] = [settledOf(job), Date.now()];
    else if (Date.now() - since >= patience * 1000) return job;
    await wait(pause);
    pause = Math.min(EVERY, pause * 1.3);
    job = await keep(() => client.issuanceJobs.get(first.id));
  }
}

export const isOpen = ({ state }: IssuanceJob): boolean => state === 'reading' || state === 'running';

/** All rows are settled but for those that wait. */
function onlyWaits({ state, rows }: IssuanceJob): boolean {
  return state === 'running' && rows.total !== null && rows.ready === 0 && rows.waiting > 0;
}

/** Rows of which nothing more comes. */
export function settledOf({ rows }: IssuanceJob): number {
  return rows.done + rows.existing + rows.refused + rows.valid + rows.cancelled;
}
