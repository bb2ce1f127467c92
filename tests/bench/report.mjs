// Turns what was measured into results.md.
import { cpus, loadavg } from 'node:os';
import { LIBRARY, OURS, RAW } from './contenders.mjs';

const MUST = { sign: 50, check: 35 };
const GOAL = { sign: 2, check: 1.5 };

export function conditions(badgeBytes, rounds) {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const busy = loadavg()[0] > cpus().length ? `The machine was busy with other work (load ${loadavg()[0].toFixed(1)}).` : '';
  return `Node ${process.versions.node}, OpenSSL ${process.versions.openssl}, ${cpus().length} × ${model}. ${busy}
An unsigned badge of ${badgeBytes} bytes of JSON; 64 recipients in turn; keys imported once; nothing is fetched. ${rounds} interleaved rounds, each
contender in a process of its own. Times are processor time, garbage collection included; a ratio is the median of the ratios within each round.`;
}

export function signAndCheckTable(results) {
  const cell = (one) => (one === undefined ? '–' : `${one.micros.toFixed(one.micros < 1000 ? 1 : 0)} µs · ${one.ratio.toFixed(2)}`);
  const speedUp = (task) => (results.get(LIBRARY)[task].ratio / results.get(OURS)[task].ratio).toFixed(1);
  const rows = [...results].map(([name, { sign, check }]) => `| ${name} | ${cell(sign)} | ${cell(check)} |`);
  return [
    '| | sign: time · ratio to raw | check: time · ratio to raw |',
    '|---|---|---|',
    ...rows,
    '',
    `Against ${LIBRARY}: signing ${speedUp('sign')} times as fast, checking ${speedUp('check')} times.`,
  ].join('\n');
}

/** What was wanted, and what came of it. */
export function verdicts(results) {
  const lines = [];
  for (const task of ['sign', 'check']) {
    const own = results.get(OURS)[task].ratio;
    const times = results.get(LIBRARY)[task].ratio / own;
    const met = (yes) => (yes ? 'met' : 'MISSED');
    lines.push(`- ${task}: ${MUST[task]} times ${LIBRARY} ${met(times >= MUST[task])} (${times.toFixed(1)});`);
    lines.push(`  within ${GOAL[task]} times ${RAW} ${met(own <= GOAL[task])} (${own.toFixed(2)}).`);
  }
  return lines.join('\n');
}

export function threadsTable(rows) {
  const line = ({ name, task, one, two }) => `| ${name}, ${task} | ${Math.round(one)} | ${Math.round(two)} | ${(two / one).toFixed(2)} |`;
  return ['| a second | one thread | two threads | gain |', '|---|---|---|---|', ...rows.map(line)].join('\n');
}

export function coldTable(rows) {
  const line = ({ name, milliseconds }) => `| ${name} | ${Math.round(milliseconds)} ms |`;
  return ['| process start to first verdict | |', '|---|---|', ...rows.map(line)].join('\n');
}

export function listsTable(rows) {
  const ms = (value) => `${value.toFixed(2)} ms`;
  const line = ({ entries, bytes, decode, check, resign }) =>
    `| ${entries.toLocaleString('en')} | ${bytes.toLocaleString('en')} | ${ms(decode)} | ${ms(check)} | ${ms(resign)} |`;
  return [
    '| entries | bytes, signed | decode | check and look up | set a bit, pack and sign |',
    '|---|---|---|---|---|',
    ...rows.map(line),
  ].join('\n');
}
