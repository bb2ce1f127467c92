import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAdminKey } from './config/admin-key-file.js';
import { readConfiguration } from './config/read-configuration.js';
import { StartupError } from './config/startup-error.js';
import { failCommand } from './fail-command.js';
import { createOperatorKey } from './issuing/access/create-operator-key.js';
import { OPERATOR_IDS } from './operator-ids.js';
import { readArguments } from './read-arguments.js';
import { openDatabaseBeside } from './store/database/open-database.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s admin-key -- [--file FILE] [--replaces ID]

Makes a new admin key, with the settings of the service (DATA_DIR, DATABASE_URL); the service may run or not. Prints the key, or writes it into
FILE, which its owner alone can read. With --replaces, the admin key with that id is withdrawn, and the keys that it made go on working.`;

/** Makes the key without asking for another one: access to the data of the service is the authorisation. The audit log records it. */
async function run(): Promise<void> {
  const { file, replaces } = readArguments(USAGE, readWishes);
  const { settings, secrets } = readConfiguration(process.env);
  const database = await openDatabaseBeside({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const deps = { store: postgresStore(database.pool), ...OPERATOR_IDS };
    const made = await createOperatorKey(deps, { replaces, deliver: file === null ? undefined : (key) => writeAdminKey(file, key) });
    if (!made.ok) throw new StartupError('setting-invalid', made.refusal.detail);
    console.log(file === null ? made.value.text : `The new admin key is in ${file}.`);
  } finally {
    await database.close();
  }
}

function readWishes(): { readonly file: string | null; readonly replaces: string | null } {
  const { values } = parseArgs({ options: { file: { type: 'string' }, replaces: { type: 'string' } } });
  if (values.replaces !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(values.replaces)) throw new TypeError('no id');
  return { file: values.file === undefined ? null : resolve(values.file), replaces: values.replaces ?? null };
}

run().catch(failCommand);
