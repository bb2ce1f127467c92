import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/** Folders that are made: they are not copied, and what is built is linked. */
const MADE = new Set(['.git', '.data', '.turbo', '.cache', '.vite', 'node_modules', 'dist', 'test-results']);

/**
 * A copy of the repository in a temporary folder, in which files may be changed. Its packages find each other in the copy; other
 * packages and what was built are linked to the original. Needs no git history.
 */
export function openWorkshop(root) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'proofmark-mutants-'));
  copyFolder(root, folder);
  const pathOf = (file) => join(folder, ...file.split('/'));
  return {
    folder,
    read: (file) => readFileSync(pathOf(file), 'utf8'),
    write: (file, text) => writeFileSync(pathOf(file), text),
    test: (files, timeout) => test(folder, files, timeout),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copyFolder(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name === 'node_modules') linkPackages(source, target);
    else if (entry.name === 'dist') symlinkSync(source, target, 'junction');
    else if (MADE.has(entry.name)) continue;
    else if (entry.isDirectory()) {
      mkdirSync(target);
      copyFolder(source, target);
    } else cpSync(source, target, { verbatimSymlinks: true });
  }
}

/** Links between packages of the repository are relative, and so lead into the copy. */
function linkPackages(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (MADE.has(entry.name)) continue;
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target, 'junction');
    else if (entry.name.startsWith('@')) linkPackages(source, target);
    else if (entry.isDirectory()) symlinkSync(source, target, 'junction');
    else cpSync(source, target);
  }
}

/**
 * Runs test files in the copy until one test fails. `passed`, `failed` with the name of a test that failed, `hung` when they were not
 * done in `timeout` milliseconds, or `broken` with what was said when no test failed and yet something went wrong.
 */
async function test(folder, files, timeout) {
  const results = join(folder, 'mutant-results.json');
  rmSync(results, { force: true });
  const args = ['run', '--bail=1', '--maxWorkers=1', '--reporter=json', `--outputFile=${results}`, ...files];
  const { code, said } = await run(folder, [join('node_modules', 'vitest', 'vitest.mjs'), ...args], timeout);
  if (code === null) return { kind: 'hung' };
  const summary = readSummary(results);
  if (summary === null) return { kind: 'broken', said };
  const failed = summary.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name.split(`${folder}${sep}`).pop()}: ${fullName}`),
  );
  if (failed[0] !== undefined) return { kind: 'failed', test: failed[0] };
  if (code === 0 && summary.numPassedTests > 0) return { kind: 'passed' };
  return { kind: 'broken', said: summary.testResults.map(({ message }) => message).join('\n') || said };
}

function readSummary(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // There is none when vitest itself did not come to its end.
    return null;
  }
}

/** Runs Node in a group of processes of its own, and ends all of it when the time is up; the code is then null. */
function run(cwd, args, timeout) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-20_000);
      });
    }
    let late = false;
    const stop = () => end(child);
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, timeout);
    process.once('exit', stop);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve({ code: late ? null : (code ?? 1), said });
    });
  });
}

function end(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if (error.code !== 'ESRCH') throw error;
  }
}
