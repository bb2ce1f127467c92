import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openToRead } from './backup/open-server.js';
import { tellProgress } from './backup/progress.js';
import { baseUrlBeside } from './config/public-base-url.js';
import { readConfiguration } from './config/read-configuration.js';
import { failCommand } from './fail-command.js';
import { openKeys } from './keys/open-keys.js';
import { recipientsOf } from './moving/recipients-of.js';
import { writeIssuer } from './moving/write-issuer.js';
import { OPERATOR_IDS } from './operator-ids.js';
import { readArguments } from './read-arguments.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s export-issuer -- SLUG FILE

Writes all that this service has of one issuer into FILE, for another service that takes its place under the same address (npm run -s import-issuer), with the
settings of the service: DATA_DIR, DATABASE_URL, PUBLIC_BASE_URL, and KEY_PASSPHRASE or KEY_PASSPHRASE_FILE. Stop the service before, so that nothing is issued
here afterwards. No key that signs, no API key and no webhook is in the file; addresses of recipients and private work are, in clear: keep it as you keep those.`;

async function run(): Promise<void> {
  const { slug, path } = readArguments(USAGE, () => {
    const [first, second, ...others] = parseArgs({ allowPositionals: true, options: {} }).positionals;
    if (first === undefined || second === undefined || others.length > 0) throw new TypeError('a slug and a file');
    return { slug: first, path: resolve(second) };
  });
  const { settings, secrets } = readConfiguration(process.env);
  const { now } = OPERATOR_IDS.clock;
  const server = await openToRead({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const keys = await openKeys({ store: postgresStore(server.pool), dataDir: settings.dataDir, passphrase: secrets.keyPassphrase, now });
    const baseUrl = baseUrlBeside(settings);
    const { openAddress } = recipientsOf({ ...keys, ...OPERATOR_IDS });
    const progress = tellProgress((line) => console.error(line));
    const { tables } = await writeIssuer(server.pool, { slug, baseUrl, path, now: now(), openAddress }, progress);
    const badges = tables.find(({ table }) => table === 'credential')?.rows ?? 0;
    console.log(`Wrote ${slug} (badges: ${badges}) to ${path}. It names people and their addresses: delete it once it was imported.`);
  } finally {
    await server.close();
  }
}

run().catch(failCommand);
