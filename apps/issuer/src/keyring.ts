import { parseArgs } from 'node:util';
import { readPassphrase } from './config/passphrase.js';
import { readConfiguration } from './config/read-configuration.js';
import { failCommand } from './fail-command.js';
import { beginAnew, changePassphrase } from './keys/change-keyring.js';
import { removeDurably } from './keys/files.js';
import { passphraseSource } from './keys/local-passphrase.js';
import { OPERATOR_IDS } from './operator-ids.js';
import { readArguments } from './read-arguments.js';
import { openDatabaseBeside } from './store/database/open-database.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s keyring -- passphrase --new-file FILE
       npm run -s keyring -- begin-anew --discard-keys

With the settings of the service (DATA_DIR, DATABASE_URL, KEY_PASSPHRASE or KEY_PASSPHRASE_FILE); the service may run or not.
passphrase   changes the passphrase of the signing keys to the text of FILE. Running processes go on; later starts need the new one.
begin-anew   for a passphrase that is lost for good: discards every signing key and begins a new keyring under the passphrase that is set.
             Restart the service then, and rotate the keys of each issuer.`;

type Command = { readonly kind: 'passphrase'; readonly newFile: string } | { readonly kind: 'begin-anew' };

/** Access to the data of the service is the authorisation. The audit log records what was done. */
async function run(): Promise<void> {
  const command = readArguments(USAGE, readCommand);
  const { settings, secrets } = readConfiguration(process.env);
  const source = passphraseSource(secrets.keyPassphrase, settings.dataDir);
  const database = await openDatabaseBeside({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const deps = { store: postgresStore(database.pool), ...OPERATOR_IDS };
    if (command.kind === 'begin-anew') {
      const { passphrase, keep } = await source.orNew();
      // First: nothing may be sealed under a passphrase that is kept nowhere.
      await keep();
      await beginAnew(deps, passphrase);
      console.log('The database has a new keyring and no signing key. Restart the service, and rotate both keys of each issuer.');
      return;
    }
    const next = readPassphrase({ value: undefined, file: command.newFile }, null);
    if (next === null) throw new TypeError('a file holds a passphrase');
    await changePassphrase(deps, await source.existing(), next);
    const kept = source.kept();
    if (kept !== null) await removeDurably(kept.path);
    console.log(`The passphrase is changed. From now on set KEY_PASSPHRASE_FILE=${command.newFile}, or KEY_PASSPHRASE to what it holds.`);
  } finally {
    await database.close();
  }
}

function readCommand(): Command {
  const options = { 'new-file': { type: 'string' }, 'discard-keys': { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [kind, ...others] = positionals;
  const { 'new-file': newFile, 'discard-keys': discard } = values;
  if (kind === 'passphrase' && newFile !== undefined && discard === undefined && others.length === 0) return { kind, newFile };
  if (kind === 'begin-anew' && newFile === undefined && discard === true && others.length === 0) return { kind };
  throw new TypeError('no such command');
}

run().catch(failCommand);
