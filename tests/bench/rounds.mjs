// Interleaved rounds: each contender runs for a moment, then the next, over and over, so that a busy machine slows all of them alike.
// The median of the ratios within each round is what counts.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('contender.mjs', import.meta.url));

/** `names` of contenders, in processes of their own; answers name → task → `{ micros, ratio }`, `ratio` to the contender `unit`. */
export async function rounds(names, unit, count) {
  const children = new Map();
  for (const name of names) {
    const child = await started(name);
    if (child !== null) children.set(name, child);
  }
  const results = new Map([...children.keys()].map((name) => [name, {}]));
  for (const task of ['sign', 'check']) {
    const samples = new Map([...children.keys()].map((name) => [name, []]));
    for (let round = 0; round < count; round++) {
      for (const [name, child] of children) samples.get(name).push((await asked(child, { task })).micros);
    }
    const units = samples.get(unit);
    for (const [name, times] of samples) {
      if (times[0] === null) continue;
      const ratios = times.map((time, round) => time / units[round]);
      results.get(name)[task] = { micros: median(times), ratio: median(ratios), least: Math.min(...times) };
    }
  }
  for (const child of children.values()) child.disconnect();
  return results;
}

async function started(name) {
  const child = fork(SCRIPT, [name], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const ready = await Promise.race([answer(child), new Promise((resolve) => child.once('exit', () => resolve(null)))]);
  if (ready === null) console.error(`${name} is left out: ${said.trim().split('\n').at(-1)}`);
  return ready === null ? null : child;
}

async function asked(child, message) {
  const reply = answer(child);
  child.send(message);
  return reply;
}

function answer(child) {
  return new Promise((resolve) => child.once('message', resolve));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
