import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/**
 * Goes on only when what cannot be undone is meant: `--yes` says so, or whoever sits at the terminal types it.
 * @param what the act, as a sentence without its end: `This withdraws one badge`
 * @throws UsageError where it is not meant, or nobody can be asked
 */
export async function confirmed(terminal: Terminal, yes: boolean, what: string): Promise<void> {
  if (yes) return;
  if (terminal.ask === undefined) throw new UsageError(`${what} and cannot be undone. If you mean it, say --yes.`);
  const answer = await terminal.ask(`${what} and cannot be undone. Type yes if you mean it: `);
  if (answer.trim().toLowerCase() !== 'yes') throw new UsageError('Nothing was changed.');
}
