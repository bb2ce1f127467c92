import type { JobHandler, JobHandlers, JobName } from '../issuing/jobs.js';
import type { Task, TaskKind } from '../verification/task.js';
import type { Asking, Verifier } from '../verification/verifier.js';
import type { Meters } from './meters.js';

/** The verifier, telling of each task. */
export function measuredVerifier(verifier: Verifier, meters: Meters | null): Verifier {
  if (meters === null) return verifier;
  return {
    close: () => verifier.close(),
    async run<K extends TaskKind>(task: Task<K>, asking: Asking) {
      const begun = performance.now();
      const told = (outcome: Parameters<Meters['verified']>[0]['outcome']): void =>
        meters.verified({ kind: task.kind, outcome, seconds: (performance.now() - begun) / 1000 });
      try {
        const outcome = await verifier.run<K>(task, asking);
        told(outcome.kind);
        return outcome;
      } catch (error) {
        told('failed');
        throw error;
      }
    },
  };
}

/** The handlers of jobs, telling of each job. */
export function measuredHandlers(handlers: JobHandlers, meters: Meters | null): JobHandlers {
  if (meters === null) return handlers;
  const measured = <Name extends JobName>(name: Name, handle: JobHandler<Name>): JobHandler<Name> => {
    return async (payload, signal) => {
      const begun = performance.now();
      let failed = true;
      try {
        await handle(payload, signal);
        failed = false;
      } finally {
        meters.jobEnded({ name, failed, seconds: (performance.now() - begun) / 1000 });
      }
    };
  };
  const names = Object.keys(handlers) as JobName[];
  return Object.fromEntries(names.map((name) => [name, measured(name, handlers[name] as JobHandler<JobName>)])) as unknown as JobHandlers;
}
