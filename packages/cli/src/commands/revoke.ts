import { MAX_REVOKED_TOGETHER, type RevokedRow } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { badgesOf } from '../input/badge-list.js';
import { confirmed } from '../input/confirm.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly file?: string;
  readonly reason?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `proofmark revoke <badge…>`: revokes badges. */
export function addRevoke(program: Command, terminal: Terminal, ending: Ending): void {
  const command = program
    .command('revoke')
    .description('Withdraw badges for good. Whoever checks one from now on is told, with the reason. To repeat it changes nothing.')
    .argument('[badges...]', "the badges' addresses or ids")
    .option('--file <path>', 'a file with more of them, one a line; - for standard input')
    .option('--reason <text>', 'why; shown to everyone who checks the badges')
    .option('--yes', 'do not ask: there is no way back; `suspend` is for what may be lifted')
    .option('--json', "print the service's answer; of several badges, one row a line");
  addApiOptions(command).action(async (badges: readonly string[], options: Options) => {
    const { reason, file, json = false, yes = false } = options;
    const ids = await badgesOf(badges, file);
    await confirmed(terminal, yes, `This withdraws ${countOf(ids)}`);
    const client = await clientOf(options);
    const why = { confirm: 'revoke', ...(reason === undefined ? {} : { reason }) } as const;
    const [first] = ids;
    if (first !== undefined && ids.length === 1 && file === undefined) {
      const answer = await client.credentials.revoke(first, why);
      if (json) return terminal.out(`${JSON.stringify(answer)}\n`);
      return terminal.out(`Withdrawn on ${answer.revoked?.at ?? 'an unknown date'}: ${plain(answer.url)}\n`);
    }
    const counts = { revoked: 0, alreadyRevoked: 0, refused: 0 };
    for (let at = 0; at < ids.length; at += MAX_REVOKED_TOGETHER) {
      const credentials = ids.slice(at, at + MAX_REVOKED_TOGETHER).map((id) => ({ id }));
      const answer = await client.credentials.revokeMany({ credentials, ...why });
      for (const name of ['revoked', 'alreadyRevoked', 'refused'] as const) counts[name] += answer[name];
      for (const row of answer.results) if (json || row.problem !== null) terminal.out(json ? `${JSON.stringify(row)}\n` : refusalOf(row));
    }
    if (!json) terminal.out(`Withdrawn: ${counts.revoked}. Withdrawn before: ${counts.alreadyRevoked}. Refused: ${counts.refused}.\n`);
    if (counts.refused > 0) ending.code = 1;
  });
}

function countOf(ids: readonly string[]): string {
  return ids.length === 1 ? 'one badge' : `${ids.length} badges`;
}

function refusalOf({ id, problem }: RevokedRow): string {
  return `Refused: ${plain(id)}: ${plain(problem?.detail ?? '')}\n`;
}
