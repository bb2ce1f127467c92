import { randomUUID } from 'node:crypto';
import { type CredentialResource, type IssueCredential, JOB_COLUMNS } from '@proofmark/schemas/api';
import { ARCHIVE_NAMES, type ArchiveName } from '@proofmark/schemas/evidence';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Ending } from '../ending.js';
import { jsonIn } from '../input/json-request.js';
import { issuedEvidenceText } from '../output/issued-evidence-text.js';
import { plain, type Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { addFileOptions, FILE_OPTIONS, type FileOptions, issueFile, resumeFile } from './issue-file.js';

interface Options extends ApiOptions, FileOptions {
  readonly achievement?: string;
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
  readonly resume?: string;
  readonly json?: boolean;
}

const collectArchive = (value: string, before: readonly ArchiveName[] = []): ArchiveName[] => {
  const name = ARCHIVE_NAMES.find((known) => known === value);
  if (name === undefined) throw new InvalidArgumentError(`Allowed choices are ${ARCHIVE_NAMES.join(', ')}.`);
  return [...before, name];
};
const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** What says who earned one badge, and how. */
const OF_ONE = [
  ...['email', 'did', 'name', 'evidence', 'keepCopy', 'archive', 'consent', 'validFrom', 'validUntil', 'request', 'idempotencyKey'],
];

/** `proofmark issue`: issues one badge through a service, or one for each row of a file. */
export function addIssue(program: Command, terminal: Terminal, ending: Ending): void {
  const command = program
    .command('issue')
    .description(
      'Issue one badge, or many from a file. The service pins the links to the work, signs, and answers when the badge is stored.',
    )
    .option('--achievement <id>', 'what was earned: the id of an achievement')
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
        `one badge for each row of a file (.csv, .ndjson or .xlsx); the first line names the columns: ${JOB_COLUMNS.join(', ')}, result:NAME`,
      ).conflicts(OF_ONE),
    )
    .addOption(
      new Option('--resume <job>', 'follow the job of a file again, and go on with it if it was cancelled').conflicts([
        ...OF_ONE,
        'csv',
        'achievement',
      ]),
    )
    .option('--json', "print the service's answer; with --csv one JSON object for each step and row");
  addApiOptions(addFileOptions(command)).action(async (options: Options) => {
    if (options.resume !== undefined) {
      ending.code = await resumeFile(options.resume, options, terminal);
      return;
    }
    const { achievement } = options;
    if (achievement === undefined) throw new UsageError('Say what was earned: --achievement and its id.');
    if (options.csv !== undefined) {
      ending.code = await issueFile(options.csv, { ...options, achievement }, terminal);
      return;
    }
    if (FILE_OPTIONS.some((name) => options[name] !== undefined))
      throw new UsageError('--validate, --on-duplicate, --map, --ignore-extra-columns, --rejects, --wait and --detach go with --csv.');
    const body = options.request === undefined ? bodyOf(options) : await jsonIn<IssueCredential>(options.request);
    const idempotencyKey = options.idempotencyKey ?? randomUUID();
    const issued = await (await clientOf(options)).credentials.issue(achievement, body, { idempotencyKey });
    terminal.out(options.json ? `${JSON.stringify(issued)}\n` : summary(issued));
  });
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
