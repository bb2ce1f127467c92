// The size budgets of what a page loads for <proofmark-badge>, and of the verification page: gzip -9 of each built file. Prints the table, and fails when a budget is exceeded.
// `goal` is what the design asks for; `budget` is what is reached, and only ever goes down. `--markdown` prints a table for tests/bench/results.md instead, with what brotli makes of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = 'packages/badge-element/dist';
// The sentences about checks in a language, which come when their list is unfolded, are parts as the English ones are: `sentences-de`, `cases-de`.
const LANGUAGE = /^proofmark-badge-(?:de|es|fr|nl)-/;

const page = 'apps/verify/dist/page';
const consolePage = 'apps/console/dist/page';

const BUDGETS = [
  // Paints the card.
  { what: 'script-tag file', files: (name) => name === 'proofmark-badge.js', budget: 16_384, goal: 16_384 },
  // All that a page loads to the verdict on a badge of ours; tests/e2e/badge-states names the same files.
  {
    what: 'to a verdict on our badge',
    files: (name) => /^proofmark-badge(?:-verifier-.*)?\.js$/.test(name),
    budget: 46_080,
    goal: 43_008,
  },
  // The same for a badge with evidence, whose links are read to tell what is pinned.
  {
    what: 'and to its evidence',
    files: (name) => /^proofmark-badge(?:-(?:verifier|work)-.*)?\.js$/.test(name),
    budget: 47_616,
    goal: 46_080,
  },
  { what: 'full JSON-LD path', files: (name) => /^proofmark-badge-jsonld-/.test(name), budget: 66_560, goal: 66_560 },
  // The whole verifier once more, as one text, for pages that let badges be checked in workers.
  { what: 'its worker for host pages', files: (name) => /^proofmark-badge-workers-/.test(name), budget: 153_600, goal: 147_456 },
  { what: 'each language', files: (name) => LANGUAGE.test(name), each: true, budget: 2_048, goal: 2_048 },
  {
    what: 'each other part',
    files: (name) =>
      !LANGUAGE.test(name) && /^proofmark-badge/.test(name) && !/^proofmark-badge(?:\.js|-jsonld-|-verifier-|-workers-)/.test(name),
    each: true,
    budget: 8_192,
    goal: 8_192,
  },
  // Before anything is handed in. Its later parts are loaded while the badge is checked.
  {
    what: 'verification page',
    files: (name) => /^page\/(?:index|lit|preload-helper|urls)-.*\.(?:js|css)$/.test(name),
    // With the switch of languages and the list of the operator, 0.5 KB more than before. 0.25 KB of words came from the view of one badge, which has as much less.
    // 0.4 KB are what is said and done of codes on pages of a PDF.
    budget: 32_768,
    goal: 31_744,
  },
  // What draws one badge: its head, three answers, skills, work, and every sentence about a check. Sentences can be replaced by those of a language.
  {
    what: 'its view of one badge',
    files: (name) => /^page\/(?:one-entry|report|sentences)-.*\.js$/.test(name),
    // 0.2 KB name the checks that did not pass, and lead from a withdrawn badge to its page.
    budget: 27_392,
    goal: 26_624,
  },
  // The verifier, which runs in a worker; its rare parts come when they are needed.
  { what: 'its worker', files: (name) => /^page\/(?:check-worker|worker-core)-.*\.js$/.test(name), budget: 34_816, goal: 34_816 },
  // Loaded while a badge is checked, too.
  { what: 'its tables and records', files: (name) => /^page\/later-views-.*\.js$/.test(name), budget: 8_192, goal: 8_192 },
  // Once a reader compares a role's skills with the badges. 9 KB are the names of skills that the page knows.
  { what: 'its skills of a role', files: (name) => /^page\/skills-compared-.*\.js$/.test(name), budget: 12_288, goal: 12_288 },
  // The first load of the console, without a screen and without the words of another language.
  { what: 'console', files: (name) => /^console\//.test(name), budget: 184_320, goal: 184_320 },
  // What one screen loads beside it when it is opened, in English.
  {
    what: 'each screen of the console',
    files: (name) => /^console-later\/(?!(?:de|es|fr|nl)-)/.test(name),
    each: true,
    budget: 30_720,
    goal: 30_720,
  },
  // Everything in one file, of which PDF takes the most, and the libraries of the second opinion 250 KB; the worker inside it has its own copy of what page and worker share.
  { what: 'its copy for a disk', files: (name) => name === 'page/proofmark-checker.html', budget: 1_010_000, goal: 716_800 },
];

if (!existsSync(join(dist, 'embed.json'))) {
  console.error('The badge element has not been built: run `npm run build` first.');
  process.exit(1);
}
/** The files of the page as it stands: a folder that a cache has filled may hold those of an earlier build too. */
function pageFiles() {
  const assets = readdirSync(join(page, 'assets'));
  const found = new Set(['index.html', 'proofmark-checker.html']);
  for (const name of found) {
    if (name === 'proofmark-checker.html') continue;
    const text = readFileSync(name === 'index.html' ? join(page, name) : join(page, 'assets', name), 'latin1');
    for (const asset of assets) if (text.includes(asset)) found.add(asset);
  }
  return [...found].map((name) => (name.endsWith('.html') ? join(page, name) : join(page, 'assets', name)));
}

/** Those of the console, which its build empties first: what its page loads at once, and what is loaded when a screen is opened. */
function consoleFiles() {
  const assets = readdirSync(join(consolePage, 'assets')).filter((name) => /\.(?:js|css)$/.test(name));
  const textOf = (name) => readFileSync(join(consolePage, name === 'index.html' ? name : join('assets', name)), 'latin1');
  const first = new Set(['index.html', ...assets.filter((name) => textOf('index.html').includes(name))]);
  // A module is loaded with those that it imports, but not with those that it would load by `import()`.
  for (const name of first) for (const [, imported] of textOf(name).matchAll(/\b(?:import|from)"\.\/([^"]{1,100})"/g)) first.add(imported);
  const later = assets.filter((name) => !first.has(name));
  const paths = (names, under) =>
    names.map((name) => [`${under}/${name}`, join(consolePage, name === 'index.html' ? name : join('assets', name))]);
  return [...paths([...first], 'console'), ...paths(later, 'console-later')];
}

const gzip = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
const brotli = (path) => brotliCompressSync(readFileSync(path)).length;
const paths = new Map([
  // The list of what the build wrote: its folder may hold files of an earlier build too.
  ...JSON.parse(readFileSync(join(dist, 'embed.json'), 'utf8')).files.map(({ name }) => [name, join(dist, name)]),
  ...pageFiles().map((path) => [`page/${basename(path)}`, path]),
  ...consoleFiles(),
]);
/** What a reader loads of one line of the table; of parts that come one by one, the largest. */
function sizeOf(fitting, each, measure) {
  const found = fitting.map(measure);
  return each ? Math.max(0, ...found) : found.reduce((sum, one) => sum + one, 0);
}

if (process.argv.includes('--markdown')) {
  console.log('| what is loaded | gzip -9 | brotli |\n|---|---|---|');
  for (const { what, files, each } of BUDGETS) {
    const fitting = [...paths].filter(([name]) => files(name)).map(([, path]) => path);
    const cells = [gzip, brotli].map((measure) => sizeOf(fitting, each, measure).toLocaleString('en'));
    console.log(`| ${what} | ${cells.join(' | ')} |`);
  }
  process.exit();
}

let exceeded = false;
console.log(`${'gzip -9, bytes'.padEnd(30)}${'size'.padStart(9)}${'budget'.padStart(9)}${'goal'.padStart(9)}`);
for (const { what, files, each = false, budget, goal } of BUDGETS) {
  const fitting = [...paths].filter(([name]) => files(name)).map(([, path]) => path);
  const size = sizeOf(fitting, each, gzip);
  const mark = fitting.length === 0 ? '  nothing fits' : size > budget ? '  over budget' : size > goal ? '  goal not reached' : '';
  if (fitting.length === 0 || size > budget) exceeded = true;
  console.log(`${what.padEnd(30)}${String(size).padStart(9)}${String(budget).padStart(9)}${String(goal).padStart(9)}${mark}`);
}
process.exitCode = exceeded ? 1 : 0;
