import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { credentialId } from '../input/credential-id.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly json?: boolean;
}

/** `proofmark resume <badge>`: lifts the suspension of a badge. */
export function addResume(program: Command, terminal: Terminal): void {
  const command = program
    .command('resume')
    .description('Lift the suspension of a badge: it counts again as before.')
    .argument('<badge>', "the badge's address or id")
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const answer = await (await clientOf(options)).credentials.resume(credentialId(badge));
    terminal.out(options.json ? `${JSON.stringify(answer)}\n` : `In force again: ${plain(answer.url)}\n`);
  });
}
