import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { credentialId } from '../input/credential-id.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly reason?: string;
  readonly json?: boolean;
}

/** `proofmark suspend <badge>`: suspends a badge for now. */
export function addSuspend(program: Command, terminal: Terminal): void {
  const command = program
    .command('suspend')
    .description('Suspend a badge. Whoever checks it with Proofmark is told that it does not count for now, until it is resumed.')
    .argument('<badge>', "the badge's address or id")
    .option('--reason <text>', 'why; shown to everyone who checks the badge meanwhile')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const answer = await (await clientOf(options)).credentials.suspend(
      credentialId(badge),
      options.reason === undefined ? {} : { reason: options.reason },
    );
    terminal.out(
      options.json ? `${JSON.stringify(answer)}\n` : `Suspended since ${answer.suspended?.at ?? 'an unknown date'}: ${plain(answer.url)}\n`,
    );
  });
}
