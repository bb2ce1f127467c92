// One contender in a process of its own, so that nobody pays for the garbage of another. Runs batches when it is told to.
import { CONTENDERS } from './contenders.mjs';
import { badge } from './sample.mjs';

const COUNT = 64;
const BATCH_MICROS = 60_000;

const contender = await CONTENDERS[process.argv[2]]();
const badges = Array.from({ length: COUNT }, (_, number) => contender.badge?.(number) ?? badge(number));
const signed = [];
for (const one of badges) signed.push(await (contender.sign ?? contender.signed)(one));
for (const text of signed)
  if ((await contender.check(text)) !== 'valid') throw new Error(`${process.argv[2]} does not take what it signed`);

const tasks = { sign: contender.sign && ((i) => contender.sign(badges[i % COUNT])), check: (i) => contender.check(signed[i % COUNT]) };
const sizes = {};
for (const [task, run] of Object.entries(tasks)) if (run) sizes[task] = await warmUp(run);

/** Runs until the engine has optimised it, and answers how many fit into a batch. */
async function warmUp(run) {
  const end = performance.now() + 1500;
  for (let i = 0; performance.now() < end; i++) await run(i);
  const micros = await batch(run, 3);
  return Math.max(3, Math.round(BATCH_MICROS / (await batch(run, Math.max(3, Math.round(BATCH_MICROS / micros))))));
}

/** Microseconds of processor time for one run, garbage collection included. */
async function batch(run, size) {
  const start = process.cpuUsage();
  for (let i = 0; i < size; i++) await run(i);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / size;
}

process.on('message', async ({ task }) =>
  process.send({ micros: sizes[task] === undefined ? null : await batch(tasks[task], sizes[task]) }),
);
process.send({ ready: Object.keys(sizes) });
