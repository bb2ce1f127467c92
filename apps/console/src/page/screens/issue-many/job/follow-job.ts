import type { IssuanceJob } from '@proofmark/schemas/api';
import type { Answer, ProblemKind } from '../../../api.js';
import { eventsOf } from './event-stream.js';

/** How a job is asked for. */
export interface JobSource {
  /** The job as it is now. */
  read(signal: AbortSignal): Promise<Answer<IssuanceJob>>;
  /** Its events; null where none come. */
  events(signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  /** Waits, at most until `signal` is given. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Between two looks, where no events come; and the longest, after looks that failed. */
const EVERY = 2000;
const LONGEST = 30_000;
/** So long an opened stream may say nothing at first; some networks hold back what comes in pieces. */
const SILENT = 6000;

/** Nobody has to ask again. */
const FINAL: readonly ProblemKind[] = ['unauthenticated', 'forbidden', 'missing', 'gone', 'invalid'];

export const isOpen = ({ state }: IssuanceJob): boolean => state === 'reading' || state === 'running';

/**
 * Tells of a job each time it got further, until it has ended or `signal` is given. Its events are listened to; where none come, it is looked at from time to
 * time. A look that fails is told too, and the next one waits longer.
 */
export async function followJob(source: JobSource, signal: AbortSignal, told: (answer: Answer<IssuanceJob>) => void): Promise<void> {
  let wait = EVERY;
  while (!signal.aborted) {
    const now = await source.read(signal);
    if (signal.aborted) return;
    told(now);
    if (now.ok ? !isOpen(now.value) : FINAL.includes(now.problem)) return;
    const last = now.ok ? await listen(source, signal, told) : null;
    if (last !== null && !isOpen(last)) return;
    wait = now.ok ? EVERY : Math.min(wait * 2, LONGEST);
    await source.pause(wait, signal);
  }
}

/** The job as its last event tells it; null where none came. */
async function listen(source: JobSource, signal: AbortSignal, told: (answer: Answer<IssuanceJob>) => void): Promise<IssuanceJob | null> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let last: IssuanceJob | null = null;
  try {
    const stream = await source.events(either);
    if (stream === null) return null;
    void source.pause(SILENT, either).then(() => {
      if (last === null) stop.abort();
    });
    for await (const { data } of eventsOf(stream)) {
      if (either.aborted) return last;
      last = JSON.parse(data) as IssuanceJob;
      told({ ok: true, value: last });
    }
  } catch {
    // A stream that breaks off is opened again, after a look at the job.
  } finally {
    stop.abort();
  }
  return last;
}
