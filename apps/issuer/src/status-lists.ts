import { parseArgs } from 'node:util';
import { readConfiguration } from './config/read-configuration.js';
import { failCommand } from './fail-command.js';
import { listsThatDiffer } from './issuing/status-lists/rebuild-lists.js';
import { readArguments } from './read-arguments.js';
import { openDatabaseBeside } from './store/database/open-database.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s status-lists [-- --rebuild]

Compares the bits of every status list with the journal of withdrawals, with the settings of the service (DATA_DIR, DATABASE_URL); the service may
run or not. Exit code 1 when a list differs. With --rebuild, those lists are made anew from the journal and signed when the service starts next.`;

/** Prints each list that differs; `rebuild` has it made anew. */
async function run(rebuild: boolean): Promise<void> {
  const { settings, secrets } = readConfiguration(process.env);
  const database = await openDatabaseBeside({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const store = postgresStore(database.pool);
    const found = await listsThatDiffer(store);
    for (const list of found) {
      console.log(`issuer ${list.issuerId}, list ${list.listId} (${list.purpose}): its bits are not those of the journal`);
      if (rebuild) await store.statusLists.distrustBits(list);
    }
    if (found.length === 0) console.log('Every status list is what its journal says.');
    else if (rebuild) console.log('They are made anew when the service starts next.');
    process.exitCode = found.length > 0 && !rebuild ? 1 : 0;
  } finally {
    await database.close();
  }
}

const wantsRebuild = (): boolean => parseArgs({ options: { rebuild: { type: 'boolean', default: false } } }).values.rebuild;

run(readArguments(USAGE, wantsRebuild)).catch(failCommand);
