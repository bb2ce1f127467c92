import { fits } from '@proofmark/verify';
import { type Ports, verify } from '@proofmark/verifying';
import { answerQuestion } from '../vc-api/answer-question.js';
import type { ResultOf, Task, TaskKind } from './task.js';

/** Does a task with the given ports, in whichever thread. */
export async function runTask(task: Task, ports: Ports): Promise<ResultOf<TaskKind>> {
  switch (task.kind) {
    case 'question':
      return answerQuestion(task, { baseUrl: task.baseUrl, ports, now: () => new Date(task.at) });
    case 'badge':
      return verify(task.input, ports, { at: task.at });
    case 'fits':
      return fits(task.form, task.body);
  }
}
