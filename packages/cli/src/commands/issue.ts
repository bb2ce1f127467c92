import { randomUUID } from 'node:crypto';
import type { CredentialResource, IssueCredential } from '@proofmark/schemas/api';
import { ARCHIVE_NAMES, type ArchiveName } from '@proofmark/schemas/evidence';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { type BadgeRows, readBadgeRows } from '../input/badge-rows.js';
import { jsonIn } from '../input/json-request.js';
import { issuedEvidenceText } from '../output/issued-evidence-text.js';
import { writeResult } from '../output/write-file.js';
import { plain, type Terminal } from '../terminal.js';
import { EXIT, UsageError } from '../usage-error.js';
import { issueRows } from './issue-rows.js';

interface Options extends ApiOptions {
  readonly achievement: string;
  readonly email?: string;
  readonly did?: string;
  readonly name?: string;
  readonly evidence?: readonly string[];
  readonly keepCopy?: boolean;
  readonly archive?: readonly ArchiveName[];
  readonly consent?: boolean;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly request?: string;
  readonly idempotencyKey?: string;
  readonly csv?: string;
  readonly rejects?: string;
  readonly json?: boolean;
}

const collectArchive = (value: string, before: readonly ArchiveName[] = []): ArchiveName[] => {
  const name = ARCHIVE_NAMES.find((known) => known === value);
  if (name === undefined) throw new InvalidArgumentError(`Allowed choices are ${ARCHIVE_NAMES.join(', ')}.`);
  return [...before, name];
};
const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `proofmark issue`: issues one badge through a service, or one for each row of a file. */
export function addIssue(program: Command, terminal: Terminal, ending: Ending): void {
  const command = program
    .command('issue')
    .description(
      'Issue one badge, or many from a file. The service pins the links to the work, signs, and answers when the badge is stored.',
    )
    .requiredOption('--achievement <id>', 'what was earned: the id of an achievement')
    .option('--email <address>', 'who earned it; the address itself does not enter the badge')
    .option('--did <did>', 'who earned it, as a decentralised identifier')
    .option('--name <name>', "the person's name, shown in the badge")
    .option('--evidence <url>', 'a link to the work; may be given several times', collect)
    .option('--keep-copy', 'let the issuer keep a public copy of each file and page; a page is then pinned by its copy (needs --consent)')
    .addOption(
      new Option(
        '--archive <name>',
        'let the service ask a public archive to save the work: software-heritage or wayback; may be given twice (needs --consent; cannot be undone)',
      ).argParser(collectArchive),
    )
    .option('--consent', 'the recipient agrees that what is kept is public')
    .option('--valid-from <time>', 'RFC 3339 with a zone; default: now')
    .option('--valid-until <time>', "RFC 3339 with a zone; default: by the achievement's validity")
    .option('--request <file>', 'the whole request as JSON (results, narratives …) instead of the options above')
    .option('--idempotency-key <key>', 'repeat a request safely: the same key answers the same badge')
    .addOption(
      new Option(
        '--csv <file>',
        'one badge a row: email or did, name, evidence (links, separated by spaces, commas or semicolons), valid_from, valid_until',
      ).conflicts([
        ...['email', 'did', 'name', 'evidence', 'keepCopy', 'archive', 'consent', 'validFrom', 'validUntil', 'request', 'idempotencyKey'],
      ]),
    )
    .option('--rejects <file>', 'with --csv: write the rows that were refused into this file, to be corrected')
    .option('--json', "print the service's answer; with --csv one JSON object a row");
  addApiOptions(command).action(async (options: Options) => {
    if (options.csv !== undefined) {
      ending.code = await issueFile(options.csv, options, terminal);
      return;
    }
    if (options.rejects !== undefined) throw new UsageError('--rejects goes with --csv.');
    const body = options.request === undefined ? bodyOf(options) : await jsonIn<IssueCredential>(options.request);
    const idempotencyKey = options.idempotencyKey ?? randomUUID();
    const issued = await (await clientOf(options)).credentials.issue(options.achievement, body, { idempotencyKey });
    terminal.out(options.json ? `${JSON.stringify(issued)}\n` : summary(issued));
  });
}

async function issueFile(file: string, options: Options, terminal: Terminal): Promise<number> {
  const rows = await readBadgeRows(file, options.achievement);
  const client = await clientOf(options);
  terminal.err(repetitions(rows.rows));
  const outcomes = await issueRows(client, options.achievement, rows, { terminal, json: options.json === true });
  const issued = outcomes.filter(({ outcome }) => outcome === 'issued').length;
  terminal.err(`Issued ${issued} of ${outcomes.length}. To repeat this command with the same file issues nothing twice.\n`);
  if (issued === outcomes.length) return 0;
  const waiting = outcomes.filter(({ outcome }) => outcome === 'waiting').length;
  if (waiting > 0)
    terminal.err(
      `${waiting === 1 ? 'One row waits' : `${waiting} rows wait`}, since nobody answered for the work. Run the same command again later.\n`,
    );
  // Only what was refused: a row that was not tried, or not answered, may be a badge already, and the same file finds that out.
  const refused = outcomes.flatMap(({ outcome, row }) => (outcome === 'refused' ? [row.raw] : []));
  if (options.rejects !== undefined) {
    await writeResult(terminal, options.rejects, `${[rows.header, ...refused].join('\n')}\n`, 'never');
  } else if (refused.length > 0) {
    terminal.err('A changed file counts as a new one. To correct rows, put only those into a file of their own, or let --rejects do it.\n');
  }
  return EXIT.failed;
}

/** Says which rows are for the same person: each of them is a badge of its own. */
function repetitions(rows: BadgeRows['rows']): string {
  const repeated = rows.filter(({ repeats }) => repeats !== null);
  if (repeated.length === 0) return '';
  const some = repeated.slice(0, 20).map(({ line, repeats }) => `line ${line} repeats line ${repeats}`);
  const more = repeated.length > some.length ? `, and ${repeated.length - some.length} more` : '';
  return `The same person stands in several rows, and gets a badge for each: ${some.join(', ')}${more}.\n`;
}

function bodyOf(options: Options): IssueCredential {
  if ((options.email === undefined) === (options.did === undefined)) throw new UsageError('Say who earned it: either --email or --did.');
  const { email, did, name, validFrom, validUntil } = options;
  return {
    recipient: { ...(email && { email }), ...(did && { did }), ...(name && { name }) },
    evidence: (options.evidence ?? []).map((url) => ({ url })),
    ...keepOf(options),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}

function keepOf({ keepCopy, archive = [], consent }: Options): Pick<IssueCredential, 'keep'> {
  if (keepCopy !== true && archive.length === 0) return {};
  if (consent !== true) throw new UsageError('What is kept is public, so the recipient has to agree: add --consent when they do.');
  return { keep: { ...(keepCopy && { copy: true }), ...(archive.length > 0 && { archive }), consent } };
}

function summary(issued: CredentialResource): string {
  return `Issued: ${plain(issued.url)}\n${issuedEvidenceText(issued.evidence)}To check it, open that address, or give it to the verify command.\n`;
}
