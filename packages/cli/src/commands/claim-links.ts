import { ApiProblem } from '@proofmark/client';
import { csvLine } from '@proofmark/primitives';
import { type Command, InvalidArgumentError } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { badgesOf } from '../input/badge-list.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly file?: string;
  readonly days?: number;
}

/** `proofmark claim-links <badge…>`: links by which learners claim their badges, for the provider's own mail. */
export function addClaimLinks(program: Command, terminal: Terminal, ending: Ending): void {
  const command = program
    .command('claim-links')
    .description('Make links by which learners claim their badges, as CSV for a mail merge. Each works once; the one before it ends.')
    .argument('[badges...]', "the badges' addresses or ids")
    .option('--file <path>', 'a file with more of them, one a line; - for standard input')
    .option('--days <n>', 'how long each can be used, 1 to 366; default: 30', daysOf);
  addApiOptions(command).action(async (badges: readonly string[], { file, days, ...options }: Options) => {
    const ids = await badgesOf(badges, file);
    const client = await clientOf(options);
    terminal.out(csvLine(['id', 'url', 'expires_at']));
    for (const id of ids) {
      try {
        const { url, expiresAt } = await client.credentials.createClaimLink(id, days === undefined ? {} : { days });
        terminal.out(csvLine([id, url, expiresAt]));
      } catch (error) {
        if (!(error instanceof ApiProblem) || !OF_ONE_BADGE.includes(error.status)) throw error;
        terminal.err(`Refused: ${plain(id)}: ${plain(error.detail)}\n`);
        ending.code = 1;
      }
    }
  });
}

/** Not found, withdrawn, erased: the others get their links. */
const OF_ONE_BADGE = [404, 409, 410];

function daysOf(value: string): number {
  const days = Number(value);
  if (!/^\d{1,3}$/.test(value) || days < 1 || days > 366) throw new InvalidArgumentError('It is a whole number of days, 1 to 366.');
  return days;
}
