// Checks the size of files and folders: a file has at most 300 lines, a source folder at most 25 files beside each other (tests and fixtures not counted).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_LINES = 300;
const MAX_FILES = 25;

/** Written by a generator. */
const GENERATED = /\/(?:(?:compiled|schema)\/tables|client\/src\/openapi)\.ts$/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'packages', 'tests', 'scripts'])
  .toString()
  .split('\n')
  .filter((name) => /\.(?:ts|mjs|css)$/.test(name) && !GENERATED.test(name));

const faults = [];
const folders = new Map();
for (const name of files) {
  let text;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    continue; // deleted, and not yet committed
  }
  const lines = text.split('\n').length - 1;
  if (lines > MAX_LINES) faults.push(`${name}: ${lines} lines; a file has at most ${MAX_LINES}. Divide it by what it is for.`);
  if (!/\/src\//.test(name) || /\.(?:test|fixture)\.ts$/.test(name)) continue;
  folders.set(dirname(name), (folders.get(dirname(name)) ?? 0) + 1);
}
for (const [folder, count] of folders) {
  if (count > MAX_FILES) faults.push(`${folder}: ${count} files; a folder has at most ${MAX_FILES}. Divide it into rooms.`);
}
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${folders.size} source folders, ${faults.length} too large`);
process.exitCode = faults.length === 0 ? 0 : 1;
