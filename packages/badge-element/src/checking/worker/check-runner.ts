import type { Report } from '@proofmark/schemas';
import type { DocumentSource, Policy, VerifyInput } from '@proofmark/verifying';
import { tooHeavy } from '../too-heavy.js';
import type { FromWorker, RelayedGit, StatedDigests, ToWorker } from './messages.js';

export type { RelayedGit, StatedDigests };

/** How long a worker may think without asking for a document, in milliseconds. Honest badges take some hundredths of that. */
const MOST_THINKING = 10_000;

/** Runs checks in workers, each in one of its own, so that nothing in a badge can stop the page. */
export interface CheckRunner {
  /** `git`: reads repositories, if anybody does. Resolves with the report; with null where the check could not run or was stopped. */
  run(input: VerifyInput, policy: Policy, documents: DocumentSource, git?: RelayedGit | null): Promise<Report | null>;
  /** Ends all checks that are under way. */
  stop(): void;
}

/**
 * @param digestsOf - what the relay says about a body that it has read alone
 * @param start - how a worker is started
 */
export function checkRunner(
  digestsOf: (body: Uint8Array) => StatedDigests | undefined,
  start: () => Worker,
  mostThinking: number = MOST_THINKING,
): CheckRunner {
  const idle: Worker[] = [];
  const ends = new Set<() => void>();
  const begin = (
    input: VerifyInput,
    policy: Policy,
    { documents, git }: { readonly documents: DocumentSource; readonly git: RelayedGit | null },
    end: (report: Report | null) => void,
  ): (() => void) => {
    const worker = idle.pop() ?? start();
    let open = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (report: Report | null, isReusable = false): void => {
      clearTimeout(timer);
      ends.delete(stop);
      worker.onmessage = worker.onerror = null;
      if (isReusable) idle.push(worker);
      else worker.terminate();
      end(report);
    };
    const stop = (): void => finish(null);
    const think = (): void => {
      clearTimeout(timer);
      if (open === 0) timer = setTimeout(() => finish(tooHeavy(policy.at)), mostThinking);
    };
    const say = (message: ToWorker): void => {
      worker.postMessage(message);
      think();
    };
    const answerTo = async (data: Exclude<FromWorker, { report: unknown }>): Promise<ToWorker> => {
      if ('repository' in data) return { answer: data.ask, read: (await git?.read(data.repository)) ?? { ok: false, code: 'offline' } };
      const fetched = await documents.fetch(data.request);
      return { answer: data.ask, fetched, digests: fetched.ok ? digestsOf(fetched.body) : undefined };
    };
    ends.add(stop);
    worker.onerror = stop;
    worker.onmessage = async ({ data }: MessageEvent<FromWorker>) => {
      if ('report' in data) return finish(data.report, data.report !== null);
      open += 1;
      clearTimeout(timer);
      const message = await answerTo(data);
      open -= 1;
      if (ends.has(stop)) say(message);
    };
    say({ input, policy, ...(git !== null && { git: true }) });
    return stop;
  };
  return {
    run: (input, policy, documents, git = null) =>
      new Promise((resolve) => {
        try {
          begin(input, policy, { documents, git }, resolve);
        } catch {
          // This browser lets the page start no worker: nothing is checked, and nothing is said about the badge.
          resolve(null);
        }
      }),
    stop: () => {
      for (const end of [...ends]) end();
      for (const worker of idle.splice(0)) worker.terminate();
    },
  };
}
