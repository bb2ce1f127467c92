import { parseArgs } from 'node:util';
import { FAULTS } from './faults/index.mjs';

const HELP = `npm run crash                        10 rounds: clients issue, renew, withdraw, suspend, erase and rotate keys; processes are killed; all is checked
  --rounds N                         so many rounds
  --processes P                      so many service processes on one PostgreSQL; 2 by default
  --seed S                           what is chosen at random, chosen as in an earlier run; when things happen differs all the same
  --fault NAME                       plant a fault; the run has to fail:
${Object.entries(FAULTS)
  .map(([name, { what }]) => `                                       ${name.padEnd(28)} ${what}`)
  .join('\n')}
  --help                             this text

What is killed, with SIGKILL: one service process, all of them, PostgreSQL with all of its processes, or that and a service process.
The last line counts what was acknowledged, lost, doubled, and the places of status lists that were given twice.
Ends with 1 when any of them is not 0 or something else is wrong; then the files of the run are kept.`;

/** What the command line asks for; `help` is the text to print instead, or null. Ends the process for wrong usage. */
export function options(args) {
  const wanted = {
    rounds: { type: 'string', default: '10' },
    processes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    fault: { type: 'string' },
    help: { type: 'boolean', default: false },
  };
  try {
    const { values } = parseArgs({ args, options: wanted });
    if (values.fault !== undefined && FAULTS[values.fault] === undefined)
      throw new Error(`There is no fault ${values.fault}; --help names them.`);
    return {
      rounds: count(values.rounds, '--rounds', 10_000),
      processes: count(values.processes, '--processes', 16),
      seed: count(values.seed, '--seed', 4_294_967_295),
      fault: values.fault ?? null,
      help: values.help ? HELP : null,
    };
  } catch (error) {
    console.error(error.message);
    process.exit(64);
  }
}

function count(text, name, most) {
  const value = Number(text);
  if (/^\d{1,10}$/.test(text) && value >= (name === '--seed' ? 0 : 1) && value <= most) return value;
  throw new Error(`${name} is "${text}"; it takes a whole number up to ${most}.`);
}
