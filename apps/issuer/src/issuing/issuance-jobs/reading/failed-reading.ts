import type { JobRecord, UploadProblem } from '../../../store/index.js';
import type { Clock, Store } from '../../ports.js';
import type { Hold } from '../hold.js';
import { keyOf } from '../load-job.js';
import { HELD_ROWS } from './chunk-writer.js';

/** Looks for an upload that is not there as a whole: a storage may not show at once what it has. */
const LOOKS = 3;
/** Tries to read an upload that cannot be read for another reason, such as a storage that does not answer: ever more seldom, for some 16 hours. */
const TRIES = 100;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 600_000;

/** Of an upload that was durable, bytes are gone. */
export class UploadLost extends Error {
  override name = 'UploadLost';
}

/**
 * Notes that an upload could not be read to its end, for a reason that does not lie in what it says. Answers when it is to be tried again; null when its
 * job has failed, or is another process's by now.
 */
export async function noteFailure(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  job: JobRecord,
  hold: Hold,
  error: unknown,
): Promise<Date | null> {
  const key = keyOf(job);
  return store.transaction(async (tx) => {
    const locked = await tx.issuanceJobs.lock(key);
    if (locked === null || !(await tx.issuanceJobs.keepReading(key, hold.lease()))) return null;
    const { lost = 0, other = 0 } = locked.found.tries ?? {};
    const isLost = error instanceof UploadLost;
    const tries = isLost ? { lost: lost + 1, other } : { lost, other: other + 1 };
    const now = clock.now();
    if (tries.lost >= LOOKS || tries.other >= TRIES) {
      const found = { ...locked.found, tries, problem: problemOf(locked, isLost) };
      await tx.issuanceJobs.update(key, { state: 'failed', found, endedAt: now });
      await tx.issuanceChunks.closeAll(key);
      return null;
    }
    await tx.issuanceJobs.update(key, { found: { ...locked.found, tries } });
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(10, tries.lost + tries.other - 1));
    return new Date(now.getTime() + pause);
  });
}

function problemOf(job: JobRecord, isLost: boolean): UploadProblem {
  const what = isLost
    ? 'The upload is not in the storage of the service any more, or only a part of it.'
    : `The upload could not be read in ${TRIES} tries; the log of the service says why.`;
  return { code: isLost ? 'upload-lost' : 'upload-unreadable', detail: `${what} ${remedyOf(job)}`, line: null, byte: null };
}

function remedyOf(job: JobRecord): string {
  if (!mayHaveIssued(job)) return 'Send the same file again: nothing of it was issued.';
  switch (job.options.onDuplicate) {
    case 'allow':
      return 'Badges that were issued stay: leave their rows out when you send the file again, or send it with `onDuplicate` as `refuse`.';
    case 'supersede':
      return 'Badges that were issued stay. The same file sent again would revoke each of them and issue another in its place: leave their rows out.';
    default:
      return 'Send the same file again: badges that were issued stay, and nobody gets a second one.';
  }
}

/** Whether rows of a job that could not be read to its end were given to be issued. */
function mayHaveIssued({ mode, readRows }: JobRecord): boolean {
  return mode === 'issue' && readRows > HELD_ROWS;
}

/** Whether the same request may make another job: this one failed for a reason that does not lie in its file, and another issues nothing again. */
export function mayBeMadeAgain(job: JobRecord): boolean {
  const { problem } = job.found;
  const isOurFailure = job.state === 'failed' && (problem?.code === 'upload-lost' || problem?.code === 'upload-unreadable');
  const issuesAgain = job.options.onDuplicate === 'allow' || job.options.onDuplicate === 'supersede';
  return isOurFailure && !(issuesAgain && mayHaveIssued(job));
}
