// Refuses regular expressions whose time grows faster than the text that they read (also the square: `/=+$/`, `/[^\s"]+@/`). Every literal in a
// shipped source is judged by recheck; what it once judged is kept in `patterns.safe.json`, since judging takes seconds. A pattern that it
// refuses, or cannot judge, has to stand in `patterns.bounded.json` with what bounds its time. `--learn` judges new patterns and keeps the
// safe ones. An argument names another folder to look at.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const learning = process.argv.includes('--learn');
const root = folder ?? fileURLToPath(new URL('..', import.meta.url));
const list = (name) => new URL(name, import.meta.url);
const read = (name) => JSON.parse(readFileSync(list(name), 'utf8'));
const safe = new Set(read('patterns.safe.json'));
const bounded = read('patterns.bounded.json');

function* sourcesIn(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!/^(?:node_modules|dist|testkit|compiled)$/.test(entry.name)) yield* sourcesIn(inner);
    } else if (/\.(?:ts|mjs)$/.test(entry.name) && !/\.(?:test|fixture)\.ts$|\.d\.ts$/.test(entry.name)) {
      yield inner;
    }
  }
}

/** Every regular expression of a source, and every one that is put together when it runs. */
function* patternsIn(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* patternsIn(item);
  } else if (typeof node === 'object' && node !== null) {
    if (node.type === 'Literal' && node.regex) yield { key: `/${node.regex.pattern}/${node.regex.flags}`, start: node.start };
    const made = node.type === 'NewExpression' && node.callee.name === 'RegExp' && node.arguments[0]?.type !== 'Literal';
    if (made) yield { key: 'new RegExp', start: node.start };
    for (const value of Object.values(node)) yield* patternsIn(value);
  }
}

let recheck;
/** Only what is proved to be linear, or is tried without success, is safe. The time is for a busy machine. */
async function isSafe(key) {
  process.env.RECHECK_SYNC_BACKEND = 'pure';
  recheck ??= await import('recheck');
  const [, source, flags] = /^\/([\s\S]*)\/(\w*)$/.exec(key);
  try {
    return recheck.checkSync(source, flags, { timeout: 60_000 }).status === 'safe';
  } catch {
    return false;
  }
}

const used = new Set();
const faults = [];
let count = 0;
for (const top of ['packages', 'apps']) {
  for (const file of sourcesIn(join(root, top))) {
    const path = relative(root, file).split(sep).join('/');
    if (!/^(?:packages|apps)\/[^/]+\/src\//.test(path)) continue;
    const text = readFileSync(file, 'utf8');
    for (const { key: found, start } of patternsIn(parseSync(file, text).program)) {
      const key = found === 'new RegExp' ? `new RegExp in ${path}` : found;
      count += 1;
      if (safe.has(key) || bounded[key] !== undefined) {
        used.add(key);
      } else if (!key.startsWith('new ') && (await isSafe(key))) {
        if (learning) safe.add(key);
        used.add(key);
      } else {
        faults.push(`${path}:${text.slice(0, start).split('\n').length} ${key}`);
      }
    }
  }
}
if (learning) {
  const kept = [...safe].filter((key) => used.has(key)).sort();
  writeFileSync(list('patterns.safe.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
for (const fault of faults) console.error(`${fault}: its time may grow with the square of the text, or cannot be judged.`);
if (folder === undefined) {
  for (const key of Object.keys(bounded)) if (!used.has(key)) faults.push(console.error(`patterns.bounded.json: ${key} is used no more.`));
}
if (faults.length > 0) {
  console.error('\nBound the quantifiers, or say in scripts/patterns.bounded.json what cuts the text before.');
  process.exitCode = 1;
}
console.log(`${count} patterns, ${faults.length} refused`);
