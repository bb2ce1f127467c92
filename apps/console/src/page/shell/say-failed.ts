import type { Failed } from '../api.js';
import type { ConsoleContext } from './context.js';

/** Says in a message why something did not work. */
export function sayFailed({ say, texts }: Pick<ConsoleContext, 'say' | 'texts'>, { problem }: Failed): void {
  say({ tone: 'bad', text: texts.problem[problem === 'unauthenticated' ? 'gone' : problem] });
}

/** The same of a screen that somebody has left; nothing where their session has ended, which the frame tells. */
export function sayFailedAway(context: Pick<ConsoleContext, 'say' | 'texts'>, failed: Failed): void {
  if (failed.problem !== 'unauthenticated') sayFailed(context, failed);
}
