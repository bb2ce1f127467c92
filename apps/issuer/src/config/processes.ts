import type { Processes, SettingName } from './configuration.js';
import { StartupError } from './startup-error.js';

const KINDS = ['both', 'service', 'worker'] as const;
const FEWEST = 8;
const MOST = 1000;
const LONGEST_DRAIN = 600;

/** What this process does, and what it takes of the database. Throws a StartupError. */
export function readProcesses(get: (name: SettingName) => string | undefined): Processes {
  return {
    kind: readKind(get('PROCESS') ?? 'both', get('DATABASE_URL')),
    drainSeconds: readNumber('DRAIN_SECONDS', get('DRAIN_SECONDS') ?? '0', 0, LONGEST_DRAIN, 'seconds'),
    connections: readNumber('DATABASE_CONNECTIONS', get('DATABASE_CONNECTIONS') ?? '20', FEWEST, MOST, 'connections'),
    prepared: readPrepared(get('DATABASE_PREPARED')),
  };
}

function readKind(text: string, databaseUrl: string | undefined): Processes['kind'] {
  const kind = KINDS.find((known) => known === text);
  if (kind === undefined) throw invalid(`PROCESS is "${text}"; set it to one of ${KINDS.join(', ')}.`);
  if (kind === 'both' || databaseUrl !== undefined) return kind;
  throw new StartupError(
    'settings-contradict',
    `PROCESS is ${kind}, but DATABASE_URL is not set: the embedded database belongs to one process, which has to do everything. Set DATABASE_URL, or leave PROCESS out.`,
  );
}

function readPrepared(text: string | undefined): boolean | null {
  if (text === undefined) return null;
  if (text === 'on' || text === 'off') return text === 'on';
  throw invalid(`DATABASE_PREPARED is "${text}"; set it to on or off, or leave it out to let the service find out.`);
}

function readNumber(name: SettingName, text: string, least: number, most: number, what: string): number {
  const value = Number(text);
  if (/^\d{1,4}$/.test(text) && value >= least && value <= most) return value;
  throw invalid(`${name} is "${text}"; set it to a number of ${what} from ${least} to ${most}.`);
}

function invalid(message: string): StartupError {
  return new StartupError('setting-invalid', message);
}
