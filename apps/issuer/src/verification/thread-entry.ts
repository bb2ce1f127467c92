import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';

// Requests come first: on Linux each thread has a priority of its own, and 0 is the calling one. Elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(0, Math.min(19, getPriority(0) + Number(workerData)));

const { serveRuns } = await import('./serve-runs.js');
await serveRuns(threadId());

/** How Linux calls this thread. */
function threadId(): number | null {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').pop());
  } catch {
    return null;
  }
}
