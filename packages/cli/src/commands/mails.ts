import type { Client } from '@proofmark/client';
import { MAIL_STATES, type MailResource, type MailState } from '@proofmark/schemas/api';
import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import { countOf } from '../input/count-of.js';
import { credentialId } from '../input/credential-id.js';
import { tableText } from '../output/table.js';
import { plain, type Terminal } from '../terminal.js';

interface Options extends ApiOptions {
  readonly issuer?: string;
  readonly credential?: string;
  readonly state?: MailState;
  readonly limit: number;
  readonly json?: boolean;
}

/** `proofmark mails`: what became of mails to learners. */
export function addMails(program: Command, terminal: Terminal): void {
  const command = program
    .command('mails')
    .description('List mails to learners, the newest first: which badge they tell of, whether they arrived, and what the mail server said.')
    .option('--credential <badge>', 'of one badge: its address or id')
    .addOption(new Option('--state <state>', 'what became of them').choices(MAIL_STATES))
    .option('--issuer <id>', 'needed with an admin key')
    .option('--limit <n>', 'how many at most', countOf, 50)
    .option('--json', "the service's answers, one mail a line");
  addApiOptions(command).action(async (options: Options) => {
    const { mails, more } = await upTo(await clientOf(options), options);
    if (options.json) terminal.out(mails.map((mail) => `${JSON.stringify(mail)}\n`).join(''));
    else terminal.out(mails.length === 0 ? 'No mails.\n' : tableOf(mails, terminal));
    if (more) terminal.err(`There are more. See them with a greater --limit.\n`);
  });
}

/** The most items of a page of the API. */
const PAGE = 100;

async function upTo(
  client: Client,
  { issuer, credential, state, limit }: Options,
): Promise<{ readonly mails: readonly MailResource[]; readonly more: boolean }> {
  const mails: MailResource[] = [];
  const filter = { issuer, state, credential: credential === undefined ? undefined : credentialId(credential) };
  for await (const mail of client.mails.list({ ...filter, limit: String(Math.min(PAGE, limit)) })) {
    if (mails.length === limit) return { mails, more: true };
    mails.push(mail);
  }
  return { mails, more: false };
}

/** The most characters of what a mail server said. */
const WIDE = 60;

function tableOf(mails: readonly MailResource[], terminal: Terminal): string {
  const rows = mails.map(({ kind, state, createdAt, sentAt, credentialId: badge, answer }) => [
    kind,
    state,
    (sentAt ?? createdAt).slice(0, 16).replace('T', ' '),
    badge,
    answer === null ? '–' : plain(answer, WIDE),
  ]);
  return tableText(['Mail', 'State', 'When (UTC)', 'Badge', 'The server said'], rows, terminal);
}
