import type { Client } from '@proofmark/client';
import {
  CREDENTIAL_ORDERS,
  CREDENTIAL_STATES,
  type CredentialFilter,
  type CredentialOrder,
  type CredentialSummary,
  type Page,
} from '@proofmark/schemas/api';
import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { countOf } from '../input/count-of.js';
import { csvOf, tableOf } from '../output/credential-table.js';
import type { Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly issuer?: string;
  readonly achievement?: string;
  readonly state?: CredentialFilter['state'];
  readonly claimed?: CredentialFilter['claimed'];
  readonly name?: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly recipient?: string;
  readonly since?: string;
  readonly until?: string;
  readonly order: CredentialOrder;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `proofmark list`: who has what. */
export function addList(program: Command, terminal: Terminal): void {
  const command = program
    .command('list')
    .description('List badges: whose they are, what was earned, and how they stand.')
    .option('--name <part>', "a part of the recipient's name, in any case and without accents")
    .option('--email <address>', "the recipient's address, whole; it is sent in the body of the request")
    .option('--external-id <id>', 'your own id of the recipient')
    .option('--recipient <id>', 'the id of the recipient')
    .option('--achievement <id>', 'what was earned')
    .addOption(new Option('--state <state>', 'how they stand').choices(CREDENTIAL_STATES))
    .addOption(new Option('--claimed <word>', 'whether their learners claimed them').choices(['yes', 'no']))
    .option('--since <time>', 'issued from then on, such as 2026-09-01T00:00:00Z')
    .option('--until <time>', 'issued before then')
    .option('--issuer <id>', 'needed with an admin key')
    .addOption(new Option('--order <order>', 'which come first; by name: A to Z, or Z to A').choices(CREDENTIAL_ORDERS).default('newest'))
    .option('--limit <n>', 'how many at most', countOf, 50)
    .option('--after <cursor>', 'go on where an earlier list ended, with the same filters')
    .option('--json', "the service's answers, one badge a line")
    .addOption(new Option('--csv', 'CSV; cells that a spreadsheet would run are guarded').conflicts('json'));
  addApiOptions(command).action(async (options: Options) => {
    const { badges, next } = await upTo(await clientOf(options), options);
    if (options.json) terminal.out(badges.map((badge) => `${JSON.stringify(badge)}\n`).join(''));
    else if (options.csv) terminal.out(csvOf(badges));
    else terminal.out(badges.length === 0 ? 'No badges.\n' : tableOf(badges, terminal));
    if (next !== null) terminal.err(`There are more. Go on with: --after ${next}\n`);
  });
}

/** The most items of a page of the API. */
const PAGE = 100;

async function upTo(
  client: Client,
  options: Options,
): Promise<{ readonly badges: readonly CredentialSummary[]; readonly next: string | null }> {
  const { issuer, achievement, recipient, externalId, name: q, email, state, claimed, since, until, order } = options;
  const filter = { issuer, achievement, recipient, externalId, q, state, claimed, since, until, order };
  const badges: CredentialSummary[] = [];
  let next: string | null = options.after ?? null;
  do {
    const cursor = next ?? undefined;
    const limit = Math.min(PAGE, options.limit - badges.length);
    const page: Page<CredentialSummary> =
      email === undefined
        ? await client.credentials.page({ ...filter, limit: String(limit), cursor })
        : await client.credentials.search({ ...filter, email, limit, cursor });
    badges.push(...page.data);
    next = page.next;
  } while (next !== null && badges.length < options.limit);
  return { badges, next };
}
