import { randomUUID } from 'node:crypto';
import type { CredentialResource, IssueCredential } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { readFileStart } from '../input/read-input.js';
import { plain, type Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly achievement: string;
  readonly email?: string;
  readonly did?: string;
  readonly name?: string;
  readonly evidence: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly request?: string;
  readonly idempotencyKey?: string;
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** `proofmark issue`: issues one badge through a service. */
export function addIssue(program: Command, terminal: Terminal): void {
  const command = program
    .command('issue')
    .description('Issue one badge. The service pins the links to the work, signs, and answers when the badge is stored.')
    .requiredOption('--achievement <id>', 'what was earned: the id of an achievement')
    .option('--email <address>', 'who earned it; the address itself does not enter the badge')
    .option('--did <did>', 'who earned it, as a decentralised identifier')
    .option('--name <name>', "the person's name, shown in the badge")
    .option('--evidence <url>', 'a link to the work; may be given several times', collect, [])
    .option('--valid-from <time>', 'RFC 3339 with a zone; default: now')
    .option('--valid-until <time>', "RFC 3339 with a zone; default: by the achievement's validity")
    .option('--request <file>', 'the whole request as JSON (results, narratives …) instead of the options above')
    .option('--idempotency-key <key>', 'repeat a request safely: the same key answers the same badge')
    .option('--json', "print the service's answer");
  addApiOptions(command).action(async (options: Options) => {
    const body = options.request === undefined ? bodyOf(options) : await bodyIn(options.request);
    const idempotencyKey = options.idempotencyKey ?? randomUUID();
    const issued = await (await clientOf(options)).credentials.issue(options.achievement, body, { idempotencyKey });
    terminal.out(options.json ? `${JSON.stringify(issued)}\n` : summary(issued));
  });
}

function bodyOf(options: Options): IssueCredential {
  if ((options.email === undefined) === (options.did === undefined)) throw new UsageError('Say who earned it: either --email or --did.');
  const { email, did, name, validFrom, validUntil } = options;
  return {
    recipient: { ...(email && { email }), ...(did && { did }), ...(name && { name }) },
    evidence: options.evidence.map((url) => ({ url })),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}

async function bodyIn(file: string): Promise<IssueCredential> {
  const text = new TextDecoder().decode(await readFileStart(file));
  try {
    return JSON.parse(text) as IssueCredential;
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}

function summary(issued: CredentialResource): string {
  const work = issued.evidence.map((found) => {
    const state = found.pinned
      ? `pinned by ${found.method === 'digest' ? 'the digest of its bytes' : 'its commit'}`
      : `not pinned (${found.reason ?? 'unknown'})`;
    return `  ${plain(found.url)}\n    ${found.kind}, ${state}\n`;
  });
  return `Issued: ${plain(issued.url)}\n${work.length > 0 ? `The work:\n${work.join('')}` : 'No work is attached.\n'}Check it: proofmark verify ${plain(issued.url)}\n`;
}
