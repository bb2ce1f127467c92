import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FAULTS } from './faults/index.mjs';

const HELP = `npm run crash                        10 rounds: clients issue, renew, withdraw, suspend, erase and rotate keys; processes are killed; all is checked
  --rounds N                         so many rounds
  --processes P                      so many processes on one PostgreSQL that answer requests (PROCESS=service); 2 by default
  --workers W                        so many that do the jobs (PROCESS=worker); 1 by default. With 0, each process does both
  --old DIR                          beside processes of the release that was built in DIR, which served first: an update without an outage
  --minutes M                        begins no more rounds after so many minutes
  --seed S                           what is chosen at random, chosen as in an earlier run; when things happen differs all the same
  --fault NAME                       plant a fault; the run has to fail:
${Object.entries(FAULTS)
  .map(([name, { what }]) => `                                       ${name.padEnd(28)} ${what}`)
  .join('\n')}
  --help                             this text

What is killed, with SIGKILL: a service process, all of them, a worker, PostgreSQL with all of its processes, or several of these together.
The last line counts what was acknowledged, lost, doubled, and the places of status lists that were given twice.
Ends with 1 when any of them is not 0 or something else is wrong; then the files of the run are kept.`;

/** What the command line asks for; `help` is the text to print instead, or null. Ends the process for wrong usage. */
export function options(args) {
  const wanted = {
    rounds: { type: 'string', default: '10' },
    processes: { type: 'string', default: '2' },
    workers: { type: 'string', default: '1' },
    old: { type: 'string' },
    minutes: { type: 'string', default: '10000' },
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
      workers: count(values.workers, '--workers', 16, 0),
      old: values.old === undefined ? null : built(values.old),
      minutes: count(values.minutes, '--minutes', 10_000),
      seed: count(values.seed, '--seed', 4_294_967_295, 0),
      fault: values.fault ?? null,
      help: values.help ? HELP : null,
    };
  } catch (error) {
    console.error(error.message);
    process.exit(64);
  }
}

function built(folder) {
  if (existsSync(join(folder, 'apps/issuer/dist/main.js'))) return resolve(folder);
  throw new Error(`--old is "${folder}"; it takes the folder of a repository in which a release of this service was built.`);
}

function count(text, name, most, least = 1) {
  const value = Number(text);
  if (/^\d{1,10}$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`${name} is "${text}"; it takes a whole number up to ${most}.`);
}
