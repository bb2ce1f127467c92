import { randomUUID } from 'node:crypto';
import { decodeUtf8Document, type JsonObject } from '@proofmark/primitives';
import type { EndorseCredential } from '@proofmark/schemas/api';
import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { credentialId } from '../input/credential-id.js';
import { parseJson } from '../input/json-request.js';
import { readFileStart } from '../input/read-input.js';
import { plain, type Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly assessor?: string;
  readonly comment?: string;
  readonly assessorUrl?: string;
  readonly assessorEmail?: string;
  readonly signed?: string;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

/** `proofmark endorse <badge>`: adds an endorsement of a named person to a badge, or one that was signed elsewhere. */
export function addEndorse(program: Command, terminal: Terminal): void {
  const command = program
    .command('endorse')
    .description('Add to a badge what a named person says of it, signed by the service in their name; or an endorsement signed elsewhere.')
    .argument('<badge>', "the badge's address or id")
    .option('--assessor <name>', 'who vouches')
    .option('--comment <text>', 'what they say; Markdown')
    .option('--assessor-url <url>', 'a page about them')
    .option('--assessor-email <address>', 'to know the same person again; neither published nor kept')
    .addOption(
      new Option('--signed <file>', 'an EndorsementCredential as JSON, or a VC-JWT, that was signed elsewhere').conflicts([
        'assessor',
        'comment',
        'assessorUrl',
        'assessorEmail',
      ]),
    )
    .option('--idempotency-key <key>', 'repeat a request safely: the same key adds it once')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (badge: string, options: Options) => {
    const id = credentialId(badge);
    const body = options.signed === undefined ? named(options) : await signedIn(options.signed);
    const idempotencyKey = options.idempotencyKey ?? randomUUID();
    const added = await (await clientOf(options)).credentials.endorse(id, body, { idempotencyKey });
    const who = added.endorser.name ?? added.endorser.id ?? 'somebody';
    terminal.out(options.json ? `${JSON.stringify(added)}\n` : `Endorsed by ${plain(who)}: ${plain(added.url)}\n`);
  });
}

function named({ assessor, comment, assessorUrl: url, assessorEmail: email }: Options): EndorseCredential {
  if (assessor === undefined || comment === undefined)
    throw new UsageError('Say who vouches and what they say: --assessor and --comment; or name a signed endorsement with --signed.');
  return { assessor: { name: assessor, ...(url && { url }), ...(email && { email }) }, comment };
}

async function signedIn(file: string): Promise<EndorseCredential> {
  const text = (decodeUtf8Document(await readFileStart(file)) ?? '').trim();
  if (!text.startsWith('{')) return { jwt: text };
  return { credential: parseJson(text, file) as JsonObject };
}
