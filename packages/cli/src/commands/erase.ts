import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { confirmed } from '../input/confirm.js';
import { credentialId } from '../input/credential-id.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly yes?: boolean;
  readonly revoke?: boolean;
  readonly json?: boolean;
}

/** `proofmark erase <badge>`: removes a badge with all that it says about a person. */
export function addErase(program: Command, terminal: Terminal): void {
  const command = program
    .command('erase')
    .description('Remove a badge with all that it and its work say about a person, for good. Its address answers that it is gone.')
    .argument('<badge>', "the badge's address or id")
    .option('--yes', 'do not ask: there is no way back')
    .option('--revoke', 'withdraw it as well, so that copies which others have are no longer valid')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const id = credentialId(badge);
    await confirmed(terminal, options.yes === true, 'This erases a badge for good');
    const answer = await (await clientOf(options)).credentials.erase(id, {
      confirm: 'erase',
      ...(options.revoke === true ? { revoke: true } : {}),
    });
    if (options.json) terminal.out(`${JSON.stringify(answer)}\n`);
    else terminal.out(`Erased on ${answer.erasedAt ?? 'an unknown date'}: ${plain(answer.url)}\n${copies(answer.revoked !== null)}`);
  });
}

function copies(revoked: boolean): string {
  return revoked
    ? 'It is withdrawn: whoever checks a copy of it is told.\n'
    : 'Copies that others have stay genuine; --revoke withdraws the badge as well.\n';
}
