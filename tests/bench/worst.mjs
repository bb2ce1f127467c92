// What the worst inputs of strangers cost: processor time and memory of one verification, each measured in a process of its own kind.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { generic, older, unsigned, WORST } from '../corpus/worst/index.mjs';
import { verifyWorst } from '../corpus/worst/verify-worst.mjs';
import { keep } from './results-file.mjs';

const LONGEST = Number(process.env.LONGEST ?? 60_000);
const WARM = [unsigned(), generic(), older()].map((json) => ({ input: { text: JSON.stringify(json) } }));
const quick = process.argv.includes('--quick');

/** The most memory that this process had since it was last forgotten, in MB. Linux alone tells. */
function mostMemory() {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
}

function forgetMemory() {
  globalThis.gc?.();
  writeFileSync('/proc/self/clear_refs', '5');
}

async function runFrom(first) {
  // What is loaded late is loaded before anything is measured.
  for (const made of WARM) await verifyWorst(made);
  for (let index = first; index < WORST.length; index++) {
    const made = await WORST[index].make();
    forgetMemory();
    const [memory, cpu] = [mostMemory(), process.cpuUsage()];
    console.log(JSON.stringify({ index, begun: true }));
    const verdicts = await verifyWorst(made);
    const { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ index, cpu: (user + system) / 1000, memory: mostMemory() - memory, bytes: sizeOf(made), verdicts }));
  }
}

const sizeOf = ({ input }) => ('text' in input ? input.text.length : input.bytes.length);

/** One process from an input on, until the end or until an input takes too long; answers where to go on. */
function measureFrom(first, results) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), '--run', String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let current = first;
    let timer;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line);
      clearTimeout(timer);
      current = said.index;
      if (said.begun) timer = setTimeout(() => child.kill('SIGKILL'), LONGEST);
      else results.set(said.index, said);
      if (!said.begun && process.argv.includes('--verbose')) {
        console.log(
          `${WORST[said.index].name}: ${Math.round(said.cpu)} ms, ${Math.round(said.memory)} MB ${JSON.stringify(said.verdicts)}`,
        );
      }
    });
    child.on('close', () => {
      clearTimeout(timer);
      if (!results.has(current)) results.set(current, { index: current, cpu: Number.POSITIVE_INFINITY, memory: Number.NaN, bytes: 0 });
      resolve(current + 1);
    });
  });
}

function report(results) {
  const rows = [...new Set(WORST.map(({ kind }) => kind))].map((kind) => {
    const own = [...results.values()].filter(({ index }) => WORST[index].kind === kind);
    const worst = (by) => own.reduce((a, b) => (by(b) > by(a) ? b : a));
    const [slowest, largest] = [worst(({ cpu }) => cpu), worst(({ memory }) => memory)];
    const name = ({ index }) => WORST[index].name;
    return `| ${kind} | ${own.length} | ${Math.round(slowest.cpu)} ms | ${name(slowest)} | ${Math.round(largest.memory)} MB | ${name(largest)} |`;
  });
  const head = '| kind | inputs | most processor time | of | most memory | of |\n|---|---|---|---|---|---|';
  return `## The worst inputs of strangers\n\nOne verification of each input of \`tests/corpus/worst\`, in the verifier itself (no worker, no limit of time), as a badge and as any credential; both together.\n\n${head}\n${rows.join('\n')}`;
}

if (process.argv.includes('--run')) {
  await runFrom(Number(process.argv.at(-1)));
} else {
  const results = new Map();
  for (let next = 0; next < WORST.length; ) next = await measureFrom(next, results);
  const text = report(results);
  console.log(text);
  for (const { index, cpu } of results.values()) if (cpu > 1_000) console.log(`over a second: ${WORST[index].name}: ${Math.round(cpu)} ms`);
  if (!quick) keep('worst', text);
}
