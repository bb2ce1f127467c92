import { parseArgs } from 'node:util';
import { readArguments } from './read-arguments.js';
import { describeError } from './server/logger.js';
import { announce } from './server/print-banner.js';
import { readConfiguration, type Service, StartupError, startService } from './service.js';

const USAGE = `Usage: npm start

Starts the service with a worked example, and prints where to look. Without DATABASE_URL it starts a PostgreSQL of its own.
Settings are environment variables, such as PORT (3000) and DATA_DIR (.data); docs/operating.md lists them. Ctrl-C stops it.`;

/** One sentence for the operator; anything else is a mistake of ours, and its place in the code is part of the sentence. */
function fail(error: unknown): void {
  const known = error instanceof StartupError;
  console.error(known ? `Proofmark cannot start: ${error.message}` : `Proofmark failed: ${JSON.stringify(describeError(error))}`);
  process.exitCode = 1;
}

let stopping: Promise<void> | null = null;
let asked = 0;

async function run(): Promise<void> {
  const starting = startService(readConfiguration(process.env), { example: true, ownerLink: true });
  starting.catch(() => undefined);
  const stop = (): Promise<void> => {
    stopping ??= starting.then((service: Service) => service.close()).catch(fail);
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Asked again after a while: somebody does not want to wait. Ctrl-C alone may arrive twice, from the terminal and from a parent.
      // The embedded database is told to stop as the process ends.
      if (stopping !== null && performance.now() - asked > 1000) process.exit(1);
      if (stopping === null) asked = performance.now();
      void stop();
    });
  }
  process.on('uncaughtException', (error) => {
    fail(error);
    void stop();
  });
  const service = await starting;
  // Also when it is being stopped already: the admin key is shown this once.
  if (stopping === null || service.adminKey !== null) console.log(announce(service));
  const reason = await service.lost;
  console.error(`Proofmark stops, because its PostgreSQL ended: ${reason}. Start it again; nothing that was acknowledged is lost.`);
  process.exitCode = 1;
  await stop();
}

const { help } = readArguments(USAGE, () => parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values);
if (help === true) {
  console.log(USAGE);
  process.exit(0);
}
// A log that nobody reads any more is no reason to fail.
process.stdout.on('error', () => undefined);
run().catch(fail);
