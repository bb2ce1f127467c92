import type { Ports } from '@proofmark/verifying';
import { runTask } from './run-task.js';
import type { ResultOf, TaskKind } from './task.js';
import type { Outcome, Verifier } from './verifier.js';

/** Does tasks in this thread, without limits: for tests, for trusted callers, and where the sources run without a build. */
export function verifyHere(ports: Ports): Verifier {
  return {
    run: async <K extends TaskKind>(task: Parameters<typeof runTask>[0]): Promise<Outcome<ResultOf<K>>> => ({
      kind: 'done',
      result: (await runTask(task, ports)) as ResultOf<K>,
    }),
    close: async () => {},
  };
}
