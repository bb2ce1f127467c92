// What the employer's page loads, and how long a reader waits on it for the verdict, and for what GitHub says of the work, in a real Chromium.
// Servers on loopback stand for the network, GitHub's API included, so the times are what the browser itself needs. `--quick` takes few rounds and keeps nothing.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { busy, keep, notePace, pace } from './results-file.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 15;
const SLOWER = 4;

const tests = async (path) => (await runnerImport(fileURLToPath(new URL(`../${path}.ts`, import.meta.url)))).module;
const { Stage } = await tests('support/stage');
const { GitHubWork } = await tests('screenshots/github-work');

const [stage, github] = await Promise.all([Stage.set(), GitHubWork.set()]);
const badge = await stage.issuer.issue({ recipientName: 'Ada Lovelace', evidence: github.evidence });
const verify = `${stage.issuer.origin}/verify/`;

/** One check in a fresh profile: milliseconds from the press of the button to the verdict, and to what GitHub says. */
async function once(slower) {
  const { page, requested } = await stage.open('about:blank');
  await github.answerOn(page);
  if (slower > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(verify, { waitUntil: 'networkidle' });
  const before = [...requested];
  await page.locator('#badge').fill(badge.json);
  const times = await page.evaluate(async () => {
    const root = document.querySelector('proofmark-checker').shadowRoot;
    const seen = (selector, text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!root.querySelector(selector)?.textContent.includes(text)) return;
          observer.disconnect();
          resolve(performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    const [verdict, work] = [seen('.result[data-verdict]', ''), seen('.work li[data-same=matches]', 'GitHub says')];
    const began = performance.now();
    root.querySelector('form.input-form button[type=submit]').click();
    return { verdict: (await verdict) - began, work: (await work) - began };
  });
  await page.context().close();
  return { ...times, before, after: requested.slice(before.length) };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const [fast, slow] = [[], []];
for (let round = 0; round < ROUNDS; round += 1) {
  notePace();
  fast.push(await once(1));
  slow.push(await once(SLOWER));
}

/** The bytes of what came from this service, as it was built. */
function bytesOf(urls) {
  const files = urls.filter((url) => url.startsWith(verify)).map((url) => new URL(url).pathname.slice('/verify/'.length) || 'index.html');
  const contents = [...new Set(files)].map((name) => readFileSync(new URL(`../../apps/verify/dist/page/${name}`, import.meta.url)));
  const sum = (pack) => contents.reduce((all, content) => all + pack(content).length, 0).toLocaleString('en');
  return [contents.length, sum((content) => gzipSync(content, { level: 9 })), sum(brotliCompressSync)];
}
const last = fast.at(-1);
const isFirst = (url) => /\/(?:index-[^/]*|lit-[^/]*|preload-helper-[^/]*|urls-[^/]*)?$|\.woff2$/.test(new URL(url).pathname);
const asked = last.after.filter((url) => url.startsWith('https://api.github.com/')).length;
await Promise.all([stage.strike(), github.strike()]);

const time = (runs, what) => `${Math.round(median(runs.map((run) => run[what])))} ms`;
const text = `## The employer's page

In Chromium on ${cpus().length} × ${cpus()[0]?.model.trim()}, each time in a fresh profile, the median of ${ROUNDS}${busy()}. From the press of the button, the badge in the field.
GitHub's API is answered on this machine: over a network, two turns of it are added.${pace()}

| | time | with a processor ${SLOWER} times as slow |
|---|---|---|
| to the verdict | ${time(fast, 'verdict')} | ${time(slow, 'verdict')} |
| to what GitHub says of the work, in ${asked} requests | ${time(fast, 'work')} | ${time(slow, 'work')} |

| loaded | files | bytes, gzip -9 | bytes, brotli |
|---|---|---|---|
| what the form needs, with the typeface | ${bytesOf(last.before.filter(isFirst)).join(' | ')} |
| the later parts, while the reader looks for the badge | ${bytesOf(last.before.filter((url) => !isFirst(url))).join(' | ')} |
| after the press of the button | ${bytesOf(last.after).join(' | ')} |`;
console.log(text);
if (!quick) keep('faces', text);
