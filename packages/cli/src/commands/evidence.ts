import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type FetchedEvidence, pinLink } from '@proofmark/evidence';
import { createGitSource } from '@proofmark/git-reader';
import { authorshipFileReader, guardedHttp, nodeGitTransport, nodePorts } from '@proofmark/platform/node';
import type { EvidenceFinding } from '@proofmark/schemas/api';
import type { Command } from 'commander';
import type { Ending } from '../ending.js';
import { evidenceText } from '../output/evidence-text.js';
import type { Terminal } from '../terminal.js';
import { EXIT, UsageError } from '../usage-error.js';

interface Options {
  readonly email: readonly string[];
  readonly sshKey: readonly string[];
  readonly pgpKey: readonly string[];
  readonly mark: readonly string[];
  readonly did?: string;
  readonly json?: boolean;
}

const MAX_BYTES = 20 * 1024 * 1024;
const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** `proofmark evidence`: what pinning would find about links, from this machine and without a service. */
export function addEvidence(program: Command, terminal: Terminal, ending: Ending): void {
  program
    .command('evidence')
    .description('Try links to work before a badge is issued: what would be pinned, and how?')
    .argument('<url...>', 'links to files, repositories, pages')
    .option('--email <address>', 'count the commits that name this address as author (may be repeated)', collect, [])
    .option('--ssh-key <key>', 'count the commits that this public key signed: "ssh-ed25519 AAAA…" (may be repeated)', collect, [])
    .option('--pgp-key <file>', 'count the commits that this OpenPGP public key (ASCII armour) signed (may be repeated)', collect, [])
    .option('--mark <text>', 'look for this text of an issuer in the repository or on the site (may be repeated)', collect, [])
    .option('--did <did>', 'look for this DID there')
    .option('--json', 'print one JSON object with an item for each link')
    .addHelpText('after', '\nExit code: 0 every link can be pinned · 1 at least one cannot · 64 wrong usage')
    .action(async (urls: string[], options: Options) => {
      const items = await look(urls, options);
      terminal.out(options.json ? `${JSON.stringify({ items })}\n` : items.map((item) => evidenceText(item, terminal)).join('\n'));
      ending.code = items.every(({ pinned }) => pinned) ? 0 : EXIT.failed;
    });
}

async function look(urls: readonly string[], { email, sshKey, pgpKey, mark, did }: Options): Promise<readonly EvidenceFinding[]> {
  // A person who runs this may look at work on their own machine.
  const [ports, host, http] = [
    nodePorts({ allowLoopback: true }),
    nodeGitTransport({ allowLoopback: true }),
    guardedHttp({ allowLoopback: true }),
  ];
  const fetch = async (url: string): Promise<FetchedEvidence> => {
    const fetched = await ports.documents.fetch({ url, accept: '*/*', maxBytes: MAX_BYTES, for: 'evidence' });
    if (!fetched.ok) return fetched;
    return { ...fetched, finalUrl: fetched.finalUrl ?? fetched.url, sha256: createHash('sha256').update(fetched.body).digest() };
  };
  const pinning = { git: createGitSource(host), fetch, readAuthorshipFile: authorshipFileReader(http) };
  const pgpKeys = await Promise.all(pgpKey.map(readPgpKey));
  const author = email.length + sshKey.length + pgpKeys.length === 0 ? undefined : { emails: email, sshKeys: sshKey, pgpKeys };
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  // Only the issuer knows which text is for which place: here any of them counts.
  const authorship = mark.length === 0 && did === undefined ? undefined : { textsFor: () => mark, did: did ?? null, at };
  try {
    const items: EvidenceFinding[] = [];
    for (const url of urls)
      items.push((await pinLink(pinning, { url }, { allowLoopback: true, now: Date.now(), author, authorship })).finding);
    return items;
  } finally {
    await Promise.all([ports.close(), host.close(), http.close()]);
  }
}

async function readPgpKey(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The key ${file} could not be read; name a file that is there and that you may read.`);
  });
  if (!text.trimStart().startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----'))
    throw new UsageError(`${file} is no OpenPGP public key in ASCII armour; gpg --armor --export ADDRESS writes one.`);
  return text;
}
