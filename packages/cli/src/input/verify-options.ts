import type { DocumentSource, Policy } from '@proofmark/verifying';
import { UsageError } from '../usage-error.js';
import type { Recording } from './recording-file.js';
import { readTrust, type Trust } from './trust.js';

export interface VerifyOptions {
  readonly json?: boolean;
  readonly recipient?: string;
  readonly offline?: boolean;
  readonly documents?: string;
  readonly at?: string;
  readonly trust?: readonly string[];
  readonly saveFacts?: string;
  readonly facts?: string;
  readonly secondOpinion?: boolean;
  /** False with `--no-work`. */
  readonly work?: boolean;
}

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** The options of the reader as a policy of the verifier. Time and trust of a recording apply unless an option overrides them. */
export async function policyOf(options: VerifyOptions, documents: DocumentSource, saved: Recording | null): Promise<Policy> {
  const trust: Trust = options.trust === undefined ? (saved?.trust ?? {}) : await readTrust(options.trust, documents);
  const now = saved === null ? Date.now() : Date.parse(saved.at);
  return {
    at: options.at === undefined ? now : instant(options.at),
    ...(options.recipient !== undefined && { recipient: options.recipient }),
    ...(looksAtWork(options, saved) && { work: 'recheck' as const }),
    ...trust,
  };
}

/** The work is looked at where that can be done: over the network, or in a recording of a check that did. */
function looksAtWork({ work, offline, documents }: VerifyOptions, saved: Recording | null): boolean {
  if (work === false) return false;
  return saved === null ? offline !== true || documents !== undefined : saved.work === 'recheck';
}

function instant(text: string): number {
  const at = ZONED.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError(`--at takes a time with a zone, such as 2026-01-31T12:00:00Z; ${text} is none.`);
  return at;
}
