import { parseArgs } from 'node:util';
import { baseUrlBeside } from './config/public-base-url.js';
import { readConfiguration } from './config/read-configuration.js';
import { StartupError } from './config/startup-error.js';
import { failCommand } from './fail-command.js';
import { createOwnerLink } from './issuing/people/owner-link.js';
import { createSignInLinkFor } from './issuing/people/sign-in-links.js';
import { OPERATOR_IDS } from './operator-ids.js';
import { readArguments } from './read-arguments.js';
import { openDatabaseBeside } from './store/database/open-database.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s sign-in-link -- [ADDRESS]

Prints a link to the console, with the settings of the service (DATA_DIR, DATABASE_URL, PUBLIC_BASE_URL, PORT); the service may run or not. With the
address of somebody who can sign in, the link signs them in, within twenty minutes. Without one, whoever opens it becomes an owner of an organisation of
their own, within a day: the first of the service gets the issuers that belong to nobody, a later one gets none. Each link works once.`;

/** Makes the link without asking anybody: access to the data of the service is the authorisation. */
async function run(): Promise<void> {
  const address = readArguments(USAGE, readAddress);
  const { settings, secrets } = readConfiguration(process.env);
  const database = await openDatabaseBeside({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const deps = { store: postgresStore(database.pool), ...OPERATOR_IDS };
    const token = address === null ? await createOwnerLink(deps) : await createSignInLinkFor(deps, address);
    if (token === null) throw new StartupError('setting-invalid', 'Nobody with this address can sign in.');
    console.log(`${baseUrlBeside(settings)}/console/#${token}`);
  } finally {
    await database.close();
  }
}

function readAddress(): string | null {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  if (positionals.length > 1) throw new TypeError('too many');
  return positionals[0] ?? null;
}

run().catch(failCommand);
