import { slowness } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { toAllowedHtml } from '../../apps/issuer/src/capturing/allowed-html.js';
import { cleanHtml } from '../../apps/issuer/src/capturing/clean-html.js';
import { readCss } from '../../apps/issuer/src/capturing/css.js';
import { parseHtml } from '../../apps/issuer/src/capturing/parse-html.js';
import { columnOf, planColumns } from '../../apps/issuer/src/issuing/issuance-jobs/columns/columns.js';
import { splitLinks } from '../../apps/issuer/src/issuing/issuance-jobs/reading/split-links.js';
import { fieldErrors } from '../../apps/issuer/src/problems/field-errors.js';
import { markdown } from '../../apps/issuer/src/public/layout/markdown.js';
import { redact } from '../../apps/issuer/src/server/logger.js';
import { readUpload } from '../../apps/issuer/src/tables/read-upload.js';
import { compare } from '../../apps/issuer/src/vc-api/asked-for.js';
import { linksIn, withoutBeginnings } from '../../apps/verify/src/page/input/links.js';
import { foldCompanions, foldSwhids } from '../../packages/evidence/src/links/companions.js';
import { describeLink } from '../../packages/evidence/src/links/describe-link.js';
import { gitTarget } from '../../packages/evidence/src/links/git-target.js';
import { parseRefs } from '../../packages/git-reader/src/advertisement.js';
import { ancestorsOf } from '../../packages/git-reader/src/history.js';
import { parseCommit, parseTree } from '../../packages/git-reader/src/objects.js';
import { canonicalEmail, decodeBase58, emailSpellings } from '../../packages/primitives/src/index.js';
import { locate, parseDidUrl, readDidDocument } from '../../packages/proofs/src/index.js';

const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const each = (count: number, make: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => make(index));

async function capture(html: string): Promise<void> {
  const document = await parseHtml(html);
  toAllowedHtml(document, cleanHtml(document, 'https://a.example/').customElements);
}

async function table(text: string): Promise<void> {
  async function* upload(): AsyncGenerator<Uint8Array> {
    yield bytes(text);
  }
  for await (const part of readUpload('csv', upload(), (name) => columnOf(name) !== null))
    if (part.kind === 'header') planColumns(part.cells, { columns: {}, extraColumns: 'refuse' });
}

const compareDomains = (domain: readonly string[], stated: readonly string[]) =>
  compare(
    { purpose: null, challenge: null, domain, checks: null } as never,
    { purpose: null, challenge: null, domain: stated } as never,
    null,
  );
const commitOf = (lines: string): Uint8Array => bytes(`tree ${COMMIT}\n${lines}\nx`);
const merge = {
  size: 1,
  commits: () => [],
  info: (id: string) => (id === 'x' ? ({ type: 'commit', size: 0, content: null } as const) : undefined),
};
const withSwhids = (count: number, revision: string): string[] => [
  ...each(count, (at) => `https://github.com/a/b${at}/tree/${revision}`),
  ...each(count, (at) => `swh:1:dir:${COMMIT};origin=https://github.com/x/y${at};anchor=swh:1:rev:${revision}`),
];

/** What a stranger repeats, and how often: so often that the square of it would take minutes. */
const GROWING: readonly (readonly [what: string, count: number, read: (count: number) => unknown])[] = [
  ['a table with many columns without a name', 100_000, (n) => table(`email${','.repeat(n)}\n${`a${','.repeat(n)}\n`.repeat(3)}`)],
  ['a table with many rows', 40_000, (n) => table(`email\n${'a@x.example\n'.repeat(n)}`)],
  ['a cell of quotation marks', 400_000, (n) => table(`email\n"${'""'.repeat(n)}"\n`)],
  ['empty lines with a space', 200_000, (n) => table(`email\n${' \n'.repeat(n)}a@x.example\n`)],
  ['a cell of links', 100_000, (n) => splitLinks(',https://a '.repeat(n))],
  ['links and SWHIDs of one commit', 8_000, (n) => foldSwhids(withSwhids(n, COMMIT))],
  ['links and SWHIDs of many commits', 8_000, (n) => foldSwhids(each(n, (at) => `swh:1:rev:${at.toString(16).padStart(40, '0')}`))],
  [
    'companions of much work',
    40_000,
    (n) =>
      foldCompanions(
        each(n, (at) => `https://a.example/${at}`),
        new Map(each(n, (at) => `https://a.example/${at}`).map((id, at) => [id, [`https://a.example/${n - at - 1}`]])),
      ),
  ],
  [
    'a link of slashes',
    2_000,
    (n) => each(200, () => `https://github.com/a/b/tree/${'a/'.repeat(n)}`).map((url) => [describeLink(url), gitTarget(url)]),
  ],
  ['a narrative of brackets', 20_000, (n) => String(markdown('['.repeat(n)))],
  ['a narrative of quotations', 10_000, (n) => String(markdown('> '.repeat(n)))],
  ['a narrative of emphasis', 4_000, (n) => String(markdown('**a _b '.repeat(n)))],
  ['a narrative of links', 5_000, (n) => String(markdown('[a]('.repeat(n)))],
  ['a page of links to nothing', 90_000, (n) => capture(`<body>${'<link>'.repeat(n)}`)],
  ['a page of descriptions', 90_000, (n) => capture(`<body>${'<meta name=x>'.repeat(n)}`)],
  ['a page of elements that are not kept', 40_000, (n) => capture(`<body>${'<blink>'.repeat(200)}${'x<br>'.repeat(n)}`)],
  ['a style sheet of open blocks before its addresses', 200_000, (n) => readCss(`${'{'.repeat(n)}${'url(a)'.repeat(n)}`)],
  ['a style sheet with a long vocabulary', 400_000, (n) => readCss(`@namespace ${'a '.repeat(n)};`)],
  ['a style sheet of addresses that are never closed', 100_000, (n) => readCss('url( "a" '.repeat(n))],
  ['addresses in a text that end in brackets', 1_000, (n) => linksIn(`https://a${')'.repeat(4_000)}\n`.repeat(n))],
  [
    'addresses of which each could be the beginning of another',
    50_000,
    (n) => withoutBeginnings(each(n, (at) => `https://a.example/${at}`)),
  ],
  [
    'domains of a proof',
    60_000,
    (n) =>
      compareDomains(
        each(n, String),
        each(n, (at) => String(n - at - 1)),
      ),
  ],
  ['a path of at signs', 20_000, (n) => redact('a@b:'.repeat(n))],
  [
    'faults of one form of a request',
    400_000,
    (n) =>
      fieldErrors(
        [
          {
            code: 'invalid_union',
            path: [],
            message: '',
            errors: [
              Array.from({ length: n }, () => ({ code: 'invalid_type' as const, path: ['a'], message: '', expected: 'string' as const })),
            ],
          },
        ],
        {},
      ),
  ],
  ['a commit with many parents', 400_000, (n) => ancestorsOf({ ...merge, content: () => commitOf(`parent ${COMMIT}\n`.repeat(n)) }, ['x'])],
  ['a commit with a long signature', 400_000, (n) => parseCommit(commitOf(`gpgsig a\n${' b\n'.repeat(n)}`))],
  ['a commit whose author is a long word', 1_000_000, (n) => parseCommit(commitOf(`author ${'<'.repeat(n)}\n`))],
  ['a folder with many files', 100_000, (n) => parseTree(bytes(`100644 a\0${'i'.repeat(20)}`.repeat(n)), 20)],
  [
    'a server with many branches',
    50_000,
    (n) =>
      parseRefs(
        bytes(
          each(n, (at) => `${COMMIT} refs/heads/${at}`)
            .map((line) => (line.length + 4).toString(16).padStart(4, '0') + line)
            .join(''),
        ),
      ),
  ],
  [
    'a long e-mail address',
    1_000_000,
    (n) => [canonicalEmail(`${'a.'.repeat(n)}@b.example`), emailSpellings(`a@${'b.'.repeat(n)}example`)],
  ],
  [
    'a long identifier',
    1_000_000,
    (n) => [parseDidUrl(`did:web:${'%20:'.repeat(n)}`), locate(`did:key:z${'1'.repeat(n)}`), decodeBase58('2'.repeat(n))],
  ],
  [
    'a document with many services',
    100_000,
    (n) =>
      readDidDocument(
        {
          id: 'did:key:z',
          service: each(n, (at) => `#${at}`).map((id) => ({ id, type: 'LinkedDomains', serviceEndpoint: 'https://a.example' })),
        },
        'did:key:z',
      ),
  ],
];

/** Milliseconds of processor time, on a machine as usual. */
const MOST = 2_500;

/** Of four times as much: what grows with the square of it would take sixteen times as long. */
const GROWTH = 8;

/** Milliseconds of processor time of this process, not of the clock: other tests share the machine. */
async function timeOf(read: (count: number) => unknown, count: number): Promise<number> {
  const begun = process.cpuUsage();
  await read(count);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe('what strangers repeat', () => {
  it.each(GROWING)('%s is read in bounded time', async (_, count, read) => {
    // Its collector of garbage may still wait for other tests, so the best of three counts.
    let best = Number.POSITIVE_INFINITY;
    const most = MOST * slowness('processor');
    for (let run = 0; run < 3 && best >= most; run += 1) best = Math.min(best, await timeOf(read, count));
    // Machines are not slow at everything alike. What takes long on this one is held to how it grows.
    if (best >= most) expect(best).toBeLessThan(GROWTH * (await timeOf(read, count / 4)));
  });
});
