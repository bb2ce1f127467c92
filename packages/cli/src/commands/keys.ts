import type { Client } from '@proofmark/client';
import type { SigningAlgorithm, SigningKey } from '@proofmark/schemas/api';
import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { plain, type Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly json?: boolean;
}

/** `proofmark keys list|rotate|revoke <issuer>`: the keys that an issuer signs with. */
export function addKeys(program: Command, terminal: Terminal): void {
  const keys = program.command('keys').description('List, rotate or revoke the keys that an issuer signs with.');

  const list = keys
    .command('list')
    .description("An issuer's signing keys: the active, the retired and the revoked.")
    .argument('<issuer>', "the issuer's id")
    .option('--json', 'print one JSON object a line');
  addApiOptions(list).action(async (issuer: string, options: Options) => {
    const client = await clientOf(options);
    for await (const key of client.issuers.signingKeys(issuer)) terminal.out(options.json ? `${JSON.stringify(key)}\n` : line(key));
  });

  const rotate = keys
    .command('rotate')
    .description(
      'Make a new signing key. The private half of the old one is destroyed, the public half stays published, so that its badges stay checkable.',
    )
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

  const revoke = keys
    .command('revoke')
    .description('Say that a key was stolen or lost, for good. Nobody believes it any more; an active one gets a successor.')
    .argument('<issuer>', "the issuer's id")
    .argument('<key>', "the key's verification method, as `keys list` shows it, or its id; before an id that begins with - put a #")
    .option('--reason <text>', 'why; shown to everyone who checks what the key signed')
    .option('--since <time>', 'since when the key was out of hand (RFC 3339); by default now')
    .option('--json', "print the service's answer");
  addApiOptions(revoke).action(async (issuer: string, key: string, options: Revoking) => {
    const client = await clientOf(options);
    const { reason, since: revokedAt } = options;
    const body = { ...(reason === undefined ? {} : { reason }), ...(revokedAt === undefined ? {} : { revokedAt }) };
    const revoked = await client.issuers.revokeSigningKey(issuer, await idOfKey(client, issuer, key), body);
    if (options.json) return terminal.out(`${JSON.stringify(revoked)}\n`);
    const { badgesToSignAgain: left } = revoked;
    terminal.out(line({ ...revoked, badgesToSignAgain: null }));
    if (left) terminal.out(`Badges that are signed again with its successor, under their ids: ${left}\n`);
    for await (const other of client.issuers.signingKeys(issuer)) {
      if (other.algorithm === revoked.algorithm && other.purpose === revoked.purpose && other.retiredAt === null) terminal.out(line(other));
    }
  });
}

interface Revoking extends Options {
  readonly reason?: string;
  readonly since?: string;
}

/** The id of a key that is named by its id, by its verification method, or by the fragment of that. */
async function idOfKey(client: Client, issuer: string, named: string): Promise<string> {
  for await (const { id, verificationMethod } of client.issuers.signingKeys(issuer)) {
    if (named === id || named === verificationMethod || verificationMethod.endsWith(`#${named.replace(/^#/, '')}`)) return id;
  }
  throw new UsageError(`This issuer has no key ${named}; see \`proofmark keys list ${issuer}\`.`);
}

function line(key: SigningKey): string {
  const { algorithm, purpose, retiredAt, revokedAt, revocationReason, verificationMethod, badgesToSignAgain } = key;
  const state = revokedAt !== null ? `revoked ${revokedAt}` : retiredAt !== null ? `retired ${retiredAt}` : 'active';
  const what = purpose === 'record' ? '  (of the record)' : '';
  const why = revocationReason === null ? '' : `  ${plain(revocationReason)}`;
  const again = badgesToSignAgain ? `  still to be signed again: ${badgesToSignAgain}` : '';
  return `${algorithm.padEnd(8)} ${state.padEnd(32)} ${verificationMethod}${what}${again}${why}\n`;
}
