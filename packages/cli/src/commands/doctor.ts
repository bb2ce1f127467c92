import { domainToASCII } from 'node:url';
import type { Command } from 'commander';
import { type Examination, examine } from '../doctor/examine.js';
import { codeOfFindings } from '../doctor/finding.js';
import { openLook } from '../doctor/look.js';
import { type AskTexts, askByDns } from '../doctor/mail/dns.js';
import { examineMail } from '../doctor/mail/examine-mail.js';
import type { Ending } from '../ending.js';
import { doctorText, mailText } from '../output/doctor-text.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options {
  readonly json?: boolean;
  readonly mailFrom?: string;
  readonly dkimSelector?: readonly string[];
  readonly dnsServer?: readonly string[];
}

/** `proofmark doctor <issuer>`: is this issuer set up so that others can check its badges? And with `--mail-from`: is its mail taken for what it is? */
export function addDoctor(program: Command, terminal: Terminal, ending: Ending): void {
  program
    .command('doctor')
    .description(
      'Look at an issuer from outside, as verifiers do: can others check its badges? And, as those who receive mail do: is its mail taken for its own?',
    )
    .argument('[issuer]', 'a DID, the address of an issuer, or one of its badges (an address or a file)')
    .option('--mail-from <domain>', 'look at SPF, DKIM and DMARC of the domain in the sender address, such as school.example')
    .option('--dkim-selector <name...>', 'the selectors of the DKIM keys, as whoever sends the mail names them')
    .option('--dns-server <address...>', 'ask these name servers (address or address:port) instead of those of this machine')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExit code: 0 all is well · 1 there are problems · 2 somebody could not be asked · 64 wrong usage')
    .action(async (issuer: string | undefined, options: Options) => {
      const domain = options.mailFrom === undefined ? null : domainOf(options.mailFrom);
      if (issuer === undefined && domain === null) throw new UsageError('Name an issuer, or the domain of a sender with --mail-from.');
      const mail = domain === null ? [] : await examineMail(domain, selectorsOf(options), askOf(options));
      const examination = issuer === undefined ? { issuer: null, findings: [] } : await look(issuer);
      const found = { ...examination, findings: [...examination.findings, ...mail] };
      if (options.json) terminal.out(`${JSON.stringify(domain === null ? found : { ...found, mailFrom: domain })}\n`);
      else {
        if (issuer !== undefined) terminal.out(doctorText(examination, terminal));
        if (domain !== null) terminal.out(mailText(domain, mail, terminal));
      }
      ending.code = codeOfFindings(found.findings);
    });
}

async function look(issuer: string): Promise<Examination> {
  const opened = openLook();
  try {
    return await examine(issuer, opened, Date.now());
  } finally {
    await opened.ports.close();
  }
}

const LABELS = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?){0,20}$/;

/** The domain of a sender, of which a whole address may be given. */
function domainOf(text: string): string {
  const domain = domainToASCII(text.slice(text.lastIndexOf('@') + 1).replace(/\.$/, '')).toLowerCase();
  if (LABELS.test(domain) && domain.includes('.')) return domain;
  throw new UsageError(`${text} is not the domain of a sender; it looks like school.example.`);
}

/** Selectors of one sender: there are a few. */
const MOST_SELECTORS = 20;

function selectorsOf({ dkimSelector = [] }: Options): readonly string[] {
  const wrong = dkimSelector.find((selector) => !LABELS.test(selector.toLowerCase()));
  if (wrong !== undefined) throw new UsageError(`${wrong} is not a DKIM selector; it looks like s1 or 2026._main.`);
  if (dkimSelector.length > MOST_SELECTORS) throw new UsageError(`Name at most ${MOST_SELECTORS} selectors.`);
  return dkimSelector;
}

function askOf({ dnsServer = [] }: Options): AskTexts {
  try {
    return askByDns(dnsServer);
  } catch {
    throw new UsageError(`${dnsServer.join(', ')} is not the address of a name server; it looks like 9.9.9.9 or 127.0.0.1:5300.`);
  }
}
