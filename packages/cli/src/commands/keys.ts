import type { SigningAlgorithm, SigningKey } from '@proofmark/schemas/api';
import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly json?: boolean;
}

/** `proofmark keys list|rotate <issuer>`: the keys that an issuer signs with. */
export function addKeys(program: Command, terminal: Terminal): void {
  const keys = program.command('keys').description('List or rotate the keys that an issuer signs with.');

  const list = keys
    .command('list')
    .description("An issuer's signing keys, the active and the retired.")
    .argument('<issuer>', "the issuer's id")
    .option('--json', 'print one JSON object a line');
  addApiOptions(list).action(async (issuer: string, options: Options) => {
    const client = await clientOf(options);
    for await (const key of client.issuers.signingKeys(issuer)) terminal.out(options.json ? `${JSON.stringify(key)}\n` : line(key));
  });

  const rotate = keys
    .command('rotate')
    .description('Make a new signing key. The old one is retired and stays published, so that its badges stay checkable.')
    .argument('<issuer>', "the issuer's id")
    .addOption(
      new Option('--algorithm <name>', 'which key: Ed25519 signs embedded proofs, ES256 signs VC-JWTs')
        .choices(['Ed25519', 'ES256'])
        .default('Ed25519'),
    )
    .option('--json', "print the service's answer");
  addApiOptions(rotate).action(async (issuer: string, options: Options & { algorithm: SigningAlgorithm }) => {
    const key = await (await clientOf(options)).issuers.rotateSigningKey(issuer, { algorithm: options.algorithm });
    terminal.out(options.json ? `${JSON.stringify(key)}\n` : line(key));
  });
}

function line(key: SigningKey): string {
  const state = key.retiredAt === null ? 'active' : `retired ${key.retiredAt}`;
  return `${key.algorithm.padEnd(8)} ${state.padEnd(32)} ${key.verificationMethod}\n`;
}
