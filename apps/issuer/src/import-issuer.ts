import { tellProgress } from './backup/progress.js';
import { prepareDataDir } from './config/data-dir.js';
import { baseUrlBeside } from './config/public-base-url.js';
import { readConfiguration } from './config/read-configuration.js';
import { failCommand } from './fail-command.js';
import { openKeys } from './keys/open-keys.js';
import { loadIssuer } from './moving/load-issuer.js';
import { recipientsOf } from './moving/recipients-of.js';
import { OPERATOR_IDS } from './operator-ids.js';
import { readOneFile } from './read-arguments.js';
import { openDatabaseBeside } from './store/database/open-database.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s import-issuer -- FILE

Brings an issuer that another service wrote (npm run -s export-issuer) into this one, with the settings of the service: DATA_DIR, DATABASE_URL, PUBLIC_BASE_URL,
and KEY_PASSPHRASE or KEY_PASSPHRASE_FILE. PUBLIC_BASE_URL has to be that of the other service, since badges and DID begin with it. All of it is brought in, or
nothing. The issuer gets new keys; the public halves of the old ones stay published, so its badges stay good. Import only what a service wrote that you trust.
Start the service afterwards, or start it anew.`;

async function run(path: string): Promise<void> {
  const { settings, secrets } = readConfiguration(process.env);
  const { now } = OPERATOR_IDS.clock;
  await prepareDataDir(settings.dataDir);
  const database = await openDatabaseBeside({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const store = postgresStore(database.pool);
    const { keys, ...opened } = await openKeys({ store, dataDir: settings.dataDir, passphrase: secrets.keyPassphrase, now });
    const { sealAddress } = recipientsOf({ ...opened, ...OPERATOR_IDS });
    const { issuer, createdAt, tables } = await loadIssuer(
      database.pool,
      { path, baseUrl: baseUrlBeside(settings), keys, sealAddress, ...OPERATOR_IDS },
      tellProgress((line) => console.error(line)),
    );
    const badges = tables.find(({ table }) => table === 'credential')?.rows ?? 0;
    console.log(`Imported ${issuer.slug} (badges: ${badges}) as it was on ${createdAt}. It signs with new keys from now on.`);
    console.log(
      'Start the service, or start it anew. Then make API keys and webhooks, and give the issuer to an organisation: docs/operating.md, "An issuer moves to another service".',
    );
  } finally {
    await database.close();
  }
}

run(readOneFile(USAGE).path).catch(failCommand);
