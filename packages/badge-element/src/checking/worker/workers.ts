import type { Report } from '@proofmark/schemas';
import type { DocumentSource, Policy, VerifyInput } from '@proofmark/verifying';
import { checkRunner } from './check-runner.js';
import { startWorker } from './start-worker.js';

/** Workers of one page; further checks wait. */
const MOST_WORKERS = 2;

const runner = checkRunner(() => undefined, startWorker);
const turns: Promise<unknown>[] = Array.from({ length: MOST_WORKERS }, () => Promise.resolve());
let next = 0;

/** Checks a badge in a worker of this page. Null where the page lets none start. */
export function runInWorker(input: VerifyInput, policy: Policy, documents: DocumentSource): Promise<Report | null> {
  const turn = next++ % MOST_WORKERS;
  const report = (turns[turn] as Promise<unknown>).then(() => runner.run(input, policy, documents));
  turns[turn] = report;
  return report;
}
