import type { IssuanceJobOptions } from '@proofmark/schemas/api';
import { type SourceFile, sourceOfPaste } from './start/source-file.js';

/** What was sent to be checked, so that the same can be issued. */
export interface Sent {
  readonly options: IssuanceJobOptions;
  /** Null after the page was loaded anew: a browser keeps no files. */
  readonly source: SourceFile | null;
}

interface Kept {
  readonly options: IssuanceJobOptions;
  /** The rows, where they were pasted. */
  readonly pasted: string;
}

/** What this page knows by the job that checks it. */
const known = new Map<string, Sent>();
/** Files take no memory until they are read, and rows that were pasted are small. */
const MOST = 10;

// As a draft, so that it goes with the tab and when somebody signs out.
const keyOf = (jobId: string): string => `proofmark.draft.issue-many/${jobId}`;

/** Remembers what a job was made of. Rows that were pasted are kept over a reload; a file cannot be. */
export function keepSent(jobId: string, sent: Sent): void {
  known.set(jobId, sent);
  for (const [oldest] of [...known].slice(0, Math.max(0, known.size - MOST))) known.delete(oldest);
  try {
    sessionStorage.setItem(keyOf(jobId), JSON.stringify({ options: sent.options, pasted: sent.source?.pasted ?? '' } satisfies Kept));
  } catch {
    // Without storage it is known until the page is loaded anew.
  }
}

/** What a job was made of; null where this tab did not send it. */
export function sentOf(jobId: string): Sent | null {
  const here = known.get(jobId);
  if (here !== undefined) return here;
  const { options, pasted = '' } = kept(jobId);
  if (options === undefined) return null;
  const source = sourceOfPaste(pasted);
  return { options, source: typeof source === 'string' ? null : source };
}

function kept(jobId: string): Partial<Kept> {
  try {
    return (JSON.parse(sessionStorage.getItem(keyOf(jobId)) ?? 'null') as Kept | null) ?? {};
  } catch {
    return {};
  }
}
