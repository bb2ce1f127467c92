// How long a reader waits for the verdict of <proofmark-badge> in a real Chromium, and what the page loads for it.
// Servers on loopback stand for the network, so the time is what the browser itself needs. `--quick` takes few rounds and keeps nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { busy, keep, notePace, pace } from './results-file.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 15;
const SLOWER = 4;

const support = async (name) => (await runnerImport(fileURLToPath(new URL(`../support/${name}.ts`, import.meta.url)))).module;
const { Stage, snippet } = await support('stage');
const { didKeyBadge } = await support('did-key-badge');
const { files } = JSON.parse(readFileSync(new URL('../../packages/badge-element/dist/embed.json', import.meta.url), 'utf8'));
const gzipOf = new Map(files.map(({ name, gzip }) => [name, gzip]));

const stage = await Stage.set();
const badge = await stage.issuer.issue({ recipientName: 'Ada Lovelace', validUntil: Date.UTC(2040, 0, 1) });
const twenty = await Promise.all(Array.from({ length: 20 }, () => stage.issuer.issue()));
const altered = await stage.issuer.issue({ tamper: (signed) => ({ ...signed, name: 'Master of everything' }) });
const older = (await didKeyBadge({ vc1: true })).replaceAll('<', '\\u003c');

const CASES = [
  ['a badge as we issue it', snippet(badge.url), {}],
  ['the same on a German page', snippet(badge.url), { root: 'lang="de"' }],
  ['the same inside a PNG', snippet(`${badge.url}.png`), {}],
  ['twenty such badges', twenty.map(({ url }) => snippet(url, 'loading="eager"')).join(''), {}],
  ['twenty in one block', `<proofmark-badges>${twenty.map(({ url }) => snippet(url)).join('')}</proofmark-badges>`, {}],
  ['one that was altered', snippet(altered.url), {}],
  ['one in VC 1.1 form', `<proofmark-badge><script type="application/vc">${older}</script></proofmark-badge>`, {}],
];

/** One page in a fresh profile: milliseconds from the script's last byte to the last verdict, and the parts of the script that came. */
async function once(body, options, count, slower) {
  const opened = await stage.open('about:blank');
  const { page, requested } = opened;
  await page.addInitScript(() => {
    window.verdicts = [];
    document.addEventListener('badge-verdict', (event) => window.verdicts.push(event.timeStamp));
  });
  if (slower > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(stage.hostPage(body, options));
  await page.waitForFunction((all) => window.verdicts.length >= all, count);
  const milliseconds = await page.evaluate(() => {
    const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/proofmark-badge.js'));
    return Math.max(...window.verdicts) - script.responseEnd;
  });
  await page.context().close();
  const parts = requested.flatMap((url) => gzipOf.get(new URL(url).pathname.split('/').at(-1)) ?? []);
  return { milliseconds, parts: parts.length, bytes: parts.reduce((sum, size) => sum + size, 0) };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const rounds = CASES.map(() => ({ fast: [], slow: [], last: null }));
for (let round = 0; round < ROUNDS; round += 1) {
  notePace();
  for (const [at, [name, body, options]] of CASES.entries()) {
    const count = name.startsWith('twenty') ? 20 : 1;
    const found = await once(body, options, count, 1);
    rounds[at].fast.push(found.milliseconds);
    rounds[at].slow.push((await once(body, options, count, SLOWER)).milliseconds);
    rounds[at].last = found;
  }
}
await stage.strike();

const rows = CASES.map(([name], at) => {
  const { fast, slow, last } = rounds[at];
  const cells = [last.parts, last.bytes.toLocaleString('en'), `${Math.round(median(fast))} ms`, `${Math.round(median(slow))} ms`];
  return `| ${name} | ${cells.join(' | ')} |`;
});
const sizes = execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/size.mjs', import.meta.url)), '--markdown'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  encoding: 'utf8',
}).trim();
const text = `## From script to verdict

In Chromium, each time in a fresh profile: from the last byte of the script tag's file to the verdict on the card, the median of ${ROUNDS}. Documents and parts
come from servers on loopback${busy()}. Bytes are those of the script and its parts, gzip -9.${pace()}

| badge | files of the script | bytes | time | with a processor ${SLOWER} times as slow |
|---|---|---|---|---|
${rows.join('\n')}

What a reader loads of the element and of the verification page, in bytes; of parts that come one by one, the largest.

${sizes}`;
console.log(text);
if (!quick) keep('browser', text);
