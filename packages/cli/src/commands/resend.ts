import { MAX_REVOKED_TOGETHER, type ResentRow } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { badgesOf } from '../input/badge-list.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly file?: string;
  readonly json?: boolean;
}

/** `proofmark resend <badge…>`: has the provider's systems send badges again. */
export function addResend(program: Command, terminal: Terminal, ending: Ending): void {
  const command = program
    .command('resend')
    .description(
      'Have badges sent to their recipients again: your systems are told by the event credential.resent. Once an hour for each badge.',
    )
    .argument('[badges...]', "the badges' addresses or ids")
    .option('--file <path>', 'a file with more of them, one a line; - for standard input')
    .option('--json', "print the service's answer, one row a line");
  addApiOptions(command).action(async (badges: readonly string[], { file, json = false, ...options }: Options) => {
    const ids = await badgesOf(badges, file);
    const client = await clientOf(options);
    const counts = { resent: 0, tooSoon: 0, refused: 0 };
    for (let at = 0; at < ids.length; at += MAX_REVOKED_TOGETHER) {
      const answer = await client.credentials.resendMany({ credentials: ids.slice(at, at + MAX_REVOKED_TOGETHER).map((id) => ({ id })) });
      for (const name of ['resent', 'tooSoon', 'refused'] as const) counts[name] += answer[name];
      for (const row of answer.results) if (json || row.result !== 'resent') terminal.out(json ? `${JSON.stringify(row)}\n` : lineOf(row));
    }
    if (!json) terminal.out(`Sent again: ${counts.resent}. Less than an hour ago: ${counts.tooSoon}. Refused: ${counts.refused}.\n`);
    if (counts.refused > 0) ending.code = 1;
  });
}

function lineOf({ id, resentAt, problem }: ResentRow): string {
  if (problem !== null) return `Refused: ${plain(id)}: ${plain(problem.detail)}\n`;
  return `Sent again at ${resentAt ?? 'an unknown time'}, less than an hour ago: ${plain(id)}\n`;
}
