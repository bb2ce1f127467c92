import type { JobBacklog } from '../queue/job-backlog.js';
import type { WebhookBacklog } from '../store/webhooks/webhook-backlog.js';

/** What waits in the database, for whichever process. */
export interface Backlog {
  readonly jobs: readonly JobBacklog[];
  readonly webhooks: WebhookBacklog;
}

/** Milliseconds for which an answer is good: however often metrics are read, the database is asked no more often. */
const FRESH = 5000;

/** Asks for the backlog at most every five seconds; null while it cannot be had. */
export function remembered(ask: () => Promise<Backlog>, now: () => number = Date.now): () => Promise<Backlog | null> {
  let last: { readonly at: number; readonly answer: Promise<Backlog | null> } | null = null;
  return () => {
    if (last !== null && now() - last.at < FRESH) return last.answer;
    // A database that does not answer is told of by the watch and by `proofmark_database_up`.
    last = { at: now(), answer: ask().catch(() => null) };
    return last.answer;
  };
}
