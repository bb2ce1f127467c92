import type { ApiProblem } from '@proofmark/client';
import { plain } from '../terminal.js';

/** A problem of the API as a few lines: what happened, then each place with its own sentence. */
export function describeProblem(problem: ApiProblem): string {
  const lines = [plain(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title, 1000)];
  for (const error of problem.errors) lines.push(`  ${plain(`${error.pointer || '(the whole body)'}: ${error.detail}`, 1000)}`);
  return `${lines.join('\n')}\n`;
}
