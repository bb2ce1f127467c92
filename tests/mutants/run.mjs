// Removes each defence in turn, in a copy of the repository, and runs the tests that hold it: one of them has to fail.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutate } from './apply.mjs';
import { MUTANTS } from './table/index.mjs';
import { openWorkshop } from './workshop.mjs';

const HELP = `npm run mutants                      remove each defence in turn; its tests have to fail
  --short                            only the fixed choice that CI runs
  --only TEXT                        only mutants with TEXT in their id, file or threats, such as T9; may be repeated
  --list                             name the mutants and their defences, and run nothing
  --help                             this text

Ends with 1 when a mutant survives, when tests fail without a mutation, or when the table is stale.`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Milliseconds for the tests of one mutant: they take seconds, and a minute on a busy machine. After that they hang, which is a failure too. */
const PATIENCE = 180_000;

function chosen({ short, only }) {
  const asked = ({ id, file, threats }) =>
    [id, file].some((text) => only.some((one) => text.includes(one))) || only.some((one) => threats.includes(one));
  return MUTANTS.filter((mutant) => (!short || mutant.short) && (only.length === 0 || asked(mutant)));
}

async function main() {
  const options = {
    short: { type: 'boolean' },
    only: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  };
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const mutants = chosen(values);
  if (mutants.length === 0) {
    console.error('No mutant has that id, file or threat; --list names them.');
    return 1;
  }
  if (values.list) {
    for (const { id, threats, defence } of mutants) console.log(`${threats.join(', ').padEnd(10)} ${id.padEnd(34)} ${defence}`);
    return 0;
  }
  const workshop = openWorkshop(root);
  // What is interrupted leaves no copy behind.
  process.once('exit', () => workshop.close());
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  return runAll(workshop, mutants);
}

async function runAll(workshop, mutants) {
  // A stale table is told before anything is run.
  const changed = mutants.map((mutant) => mutate(workshop.read(mutant.file), mutant));
  const began = performance.now();
  const files = [...new Set(mutants.flatMap(({ tests }) => tests))];
  console.log(`Running ${files.length} test files as they are …`);
  const healthy = await workshop.test(files, 20 * 60_000);
  if (healthy.kind !== 'passed') {
    console.error(`The tests fail without a mutation: ${healthy.test ?? healthy.said ?? 'they hang'}`);
    return 1;
  }
  const faults = [];
  for (const [at, mutant] of mutants.entries()) {
    const from = performance.now();
    const original = workshop.read(mutant.file);
    workshop.write(mutant.file, changed[at]);
    const outcome = await workshop.test(mutant.tests, PATIENCE);
    workshop.write(mutant.file, original);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(
      `${String(at + 1).padStart(3)}/${mutants.length} ${WORDS[outcome.kind]} ${seconds.padStart(5)} s  ${mutant.id} (${mutant.threats.join(', ')})${saidOf(outcome)}`,
    );
    if (outcome.kind === 'passed' || outcome.kind === 'broken') faults.push(mutant);
  }
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(`${mutants.length - faults.length} of ${mutants.length} killed in ${minutes} minutes.`);
  for (const { id, defence, file, tests } of faults) console.error(`Nothing holds "${id}": ${defence}\n  ${file}\n  ${tests.join('\n  ')}`);
  return faults.length === 0 ? 0 : 1;
}

const WORDS = { failed: 'killed  ', hung: 'hung    ', passed: 'SURVIVED', broken: 'BROKEN  ' };

function saidOf(outcome) {
  if (outcome.kind === 'failed') return `\n      ${outcome.test}`;
  return outcome.kind === 'broken' ? `\n${outcome.said}` : '';
}

process.exit(await main());
