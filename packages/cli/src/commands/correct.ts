import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { credentialId } from '../input/credential-id.js';
import { plain, type Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly name?: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

/** `proofmark correct <badge>`: a badge with the right name or address in the place of the old one. */
export function addCorrect(program: Command, terminal: Terminal): void {
  const command = program
    .command('correct')
    .description(
      'Issue a badge with the right name or address, and withdraw the old one. All else stays as it is, and each leads to the other.',
    )
    .argument('<badge>', "the badge's address or id")
    .option('--name <name>', 'the right name')
    .option('--email <address>', 'the right address')
    .option('--external-id <id>', 'your own id of the person, where the badge was given to the wrong one')
    .option('--idempotency-key <key>', 'repeat a request safely: the same key answers the same badge')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const { name, email, externalId, idempotencyKey = randomUUID() } = options;
    const recipient = { ...(name && { name }), ...(email && { email }), ...(externalId && { externalId }) };
    if (Object.keys(recipient).length === 0) throw new UsageError('Say what is to be corrected: --name, --email or --external-id.');
    const made = await (await clientOf(options)).credentials.correct(credentialId(badge), { recipient }, { idempotencyKey });
    terminal.out(
      options.json ? `${JSON.stringify(made)}\n` : `Corrected: ${plain(made.url)}\nThe old badge is withdrawn, and leads to it.\n`,
    );
  });
}
