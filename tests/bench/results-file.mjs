// results.md consists of parts that are measured, and written, one by one: what was measured of the others stays as it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { slowness } from '../../packages/testkit/dist/slowness.js';

const file = new URL('results.md', import.meta.url);
const TITLE = '# How fast it is\n\nWritten by `npm run bench`; what the numbers mean stands in `notes.md`.\n';
const begin = (part) => `<!-- ${part}: npm run bench -- ${part} -->`;
const end = (part) => `<!-- end of ${part} -->`;

/** What a section says of a machine that others used as well: the measurement itself keeps fewer than two processes for each processor busy. */
export function busy() {
  return loadavg()[0] > 2 * cpus().length ? ', so a busy machine: the times say little' : '';
}

const paces = [];

/** Notes how fast this machine is just now. Once in every round. */
export function notePace() {
  paces.push(slowness());
}

/** What a section says of how fast the machine was while it was measured, by the median of what was noted. */
export function pace() {
  const times = paces.sort((one, other) => one - other)[Math.floor(paces.length / 2)] ?? 1;
  return times < 1.3 ? '' : ` The machine was ${times.toFixed(1)} times as slow as usual (a loop of 50 million turns, usually 50 ms).`;
}

/** Puts the text into the place of what was measured before, or at the end. */
export function keep(part, text) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : TITLE;
  const block = `${begin(part)}\n\n${text.trim()}\n\n${end(part)}\n`;
  const [from, to] = [before.indexOf(begin(part)), before.indexOf(end(part))];
  const after = from === -1 || to === -1 ? `${before}\n${block}` : before.slice(0, from) + block + before.slice(to + end(part).length + 1);
  writeFileSync(file, after);
}
