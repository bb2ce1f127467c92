import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { credentialId } from '../input/credential-id.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly reason?: string;
  readonly json?: boolean;
}

/** `proofmark revoke <badge>`: revokes a badge. */
export function addRevoke(program: Command, terminal: Terminal): void {
  const command = program
    .command('revoke')
    .description('Withdraw a badge for good. Whoever checks it from now on is told, with the reason.')
    .argument('<badge>', "the badge's address or id")
    .option('--reason <text>', 'why; shown to everyone who checks the badge')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const client = await clientOf(options);
    const answer = await client.credentials.revoke(credentialId(badge), options.reason === undefined ? {} : { reason: options.reason });
    if (options.json) terminal.out(`${JSON.stringify(answer)}\n`);
    else terminal.out(`Withdrawn on ${answer.revoked?.at ?? 'an unknown date'}: ${plain(answer.url)}\n`);
  });
}
