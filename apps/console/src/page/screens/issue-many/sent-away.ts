import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJob } from '@proofmark/schemas/api';
import type { Answer } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { sayFailed } from '../../shell/say-failed.js';

/** Says what came of a list to somebody who left the screen while it was sent. The message has a button that leads to it. */
export function sayOfSent(context: ConsoleContext, { job: said }: IssueManyTexts, answer: Answer<IssuanceJob>): void {
  if (answer.ok) {
    const { id, mode } = answer.value;
    const action = { label: said.show, run: () => context.go(`issue-many/${id}`) };
    context.say({ tone: 'good', text: said[mode === 'validate' ? 'sent-check' : 'sent-issue'], action });
  } else {
    sayFailed(context, answer);
  }
}
