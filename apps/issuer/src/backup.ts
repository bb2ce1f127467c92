import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checkBackup } from './backup/check-backup.js';
import type { Manifest } from './backup/manifest.js';
import { openToRead } from './backup/open-server.js';
import { tellProgress } from './backup/progress.js';
import { writeBackup } from './backup/write-backup.js';
import { readConfiguration } from './config/read-configuration.js';
import { failCommand } from './fail-command.js';
import { readOneFile } from './read-arguments.js';

const USAGE = `Usage: npm run -s backup -- FILE
       npm run -s backup -- --check FILE

Writes all that the service keeps into FILE (a new one, such as night.proofmark.zip), with the settings of the service (DATA_DIR, DATABASE_URL); the
service may run or not. When it is written, it is read again and compared. --check does that with a file that is there.
The passphrase of the signing keys is not in it: keep that apart, since without it nothing can be signed after a restore. Uploads in an S3-compatible
storage are not in it either. Put it back with: npm run -s restore -- FILE`;

type Command = { readonly kind: 'write' | 'check'; readonly path: string };

const progress = tellProgress((line) => console.error(line));

async function run({ kind, path }: Command): Promise<void> {
  if (kind === 'check') {
    const manifest = await checkBackup(path, progress);
    console.log(`${path} is whole: ${summary(manifest)}, of ${manifest.createdAt}.`);
    return;
  }
  const { settings, secrets } = readConfiguration(process.env);
  const server = await openToRead({ dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl });
  try {
    await writeBackup(server.pool, path, new Date(), progress);
  } finally {
    await server.close();
  }
  progress.step('Reading it again');
  const manifest = await checkBackup(path, progress);
  console.log(`${path} is written and checked: ${summary(manifest)}, ${megabytes(path)}.`);
  console.log(
    secrets.keyPassphrase === null
      ? `The passphrase of the signing keys is not in it. It is in ${join(settings.dataDir, 'key-passphrase')}: keep a copy of that file somewhere else than this backup.`
      : 'The passphrase of the signing keys (KEY_PASSPHRASE) is not in it: keep a copy of it somewhere else than this backup.',
  );
}

function summary({ tables }: Manifest): string {
  const rows = (name: string): number => tables.find(({ table, schema }) => table === name && schema === 'public')?.rows ?? 0;
  return `${rows('issuer').toLocaleString('en')} issuers, ${rows('credential').toLocaleString('en')} badges`;
}

function megabytes(path: string): string {
  return `${Math.max(0.1, statSync(path).size / 1_000_000).toFixed(1)} MB`;
}

const { path, isGiven } = readOneFile(USAGE, 'check');
run({ kind: isGiven ? 'check' : 'write', path }).catch(failCommand);
