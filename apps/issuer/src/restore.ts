import { openToRestore } from './backup/open-server.js';
import { tellProgress } from './backup/progress.js';
import { restoreBackup } from './backup/restore-backup.js';
import { prepareDataDir } from './config/data-dir.js';
import { readConfiguration } from './config/read-configuration.js';
import { StartupError } from './config/startup-error.js';
import { failCommand } from './fail-command.js';
import { passphraseSource } from './keys/local-passphrase.js';
import { unlockKeyring } from './keys/open-keyring.js';
import { readOneFile } from './read-arguments.js';
import { postgresStore } from './store/postgres-store.js';

const USAGE = `Usage: npm run -s restore -- FILE

Puts a backup (npm run -s backup) back into an empty database, with the settings of the service: DATA_DIR, a folder without a database, or
DATABASE_URL, a database that was made anew. The service must not run. Nothing is written over: a database that holds something is refused.
Set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the passphrase of the day of the backup; a service on localhost finds its own in DATA_DIR/key-passphrase,
so put that file back first. Start the service afterwards, with the PUBLIC_BASE_URL that it had.`;

const progress = tellProgress((line) => console.error(line));

async function run(path: string): Promise<void> {
  const { settings, secrets } = readConfiguration(process.env);
  await prepareDataDir(settings.dataDir);
  const server = await openToRestore({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    const { createdAt } = await restoreBackup(server.pool, path, progress);
    console.log(
      `Restored what was there on ${createdAt}. Badges and withdrawals of later are not in it: docs/operating.md, "After a restore", says what to do.`,
    );
    console.log(
      'Sessions, links that sign in, invitations, claim links that nobody has used and mails that waited are ended, since they may have been used or withdrawn after the backup. API keys, members and learners’ answers are as they were then: compare them before the service is reachable.',
    );
    const row = await postgresStore(server.pool).keyring.read();
    if (row === null) return;
    try {
      await unlockKeyring(row, await passphraseSource(secrets.keyPassphrase, settings.dataDir).existing());
      console.log('The passphrase opens the signing keys. Start the service.');
    } catch (error) {
      if (!(error instanceof StartupError)) throw error;
      console.log(`All is restored, but the service will not start yet: ${error.message}`);
    }
  } finally {
    await server.close();
  }
}

run(readOneFile(USAGE).path).catch(failCommand);
