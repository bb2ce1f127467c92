import type { ApiProblem } from '@proofmark/client';
import { plain } from '../terminal.js';

/** A problem of the API as a few lines: what happened, then each place with its own sentence. */
export function describeProblem(problem: ApiProblem): string {
  const lines = [problem.detail ? `${problem.title}: ${problem.detail}` : problem.title];
  for (const error of problem.errors) lines.push(`  ${error.pointer || '(the whole body)'}: ${error.detail}`);
  return `${lines.map((line) => plain(line, 1000)).join('\n')}\n`;
}
