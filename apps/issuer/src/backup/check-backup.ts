import { finished } from 'node:stream/promises';
import { openArchive } from './archive.js';
import { BackupError } from './backup-error.js';
import { DigestStream } from './digest-stream.js';
import { type BackedUpTable, FORMAT, MANIFEST, type Manifest, readManifest } from './manifest.js';
import type { Progress } from './progress.js';

/** No manifest comes near it. */
const MOST_OF_MANIFEST = 16 * 1024 * 1024;

/** Reads the manifest of a backup. Throws a BackupError. */
async function manifestOf(path: string): Promise<Manifest> {
  const text = await manifestText(path);
  const manifest = readManifest(text);
  if (manifest !== null) return manifest;
  throw new BackupError(
    'not-a-backup',
    isLater(text)
      ? `${path} was made by a newer release than this one: restore it with that release.`
      : `${path} is no backup that this release knows: its ${MANIFEST} says something else.`,
  );
}

/** The text of the manifest of an archive of tables. Throws a BackupError. */
export async function manifestText(path: string): Promise<string> {
  const archive = await openArchive(path);
  try {
    if (!archive.names.includes(MANIFEST)) throw new BackupError('not-a-backup', `${path} is no backup: it has no ${MANIFEST}.`);
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of await archive.read(MANIFEST)) {
      size += (piece as Buffer).length;
      if (size > MOST_OF_MANIFEST) throw new BackupError('not-a-backup', `${path} is no backup: its ${MANIFEST} is too large.`);
      pieces.push(piece as Buffer);
    }
    return Buffer.concat(pieces).toString('utf8');
  } finally {
    archive.close();
  }
}

function isLater(text: string): boolean {
  const [, format] = /"format":\s{0,8}(\d{1,9})/.exec(text.slice(0, 1000)) ?? [];
  return format !== undefined && Number(format) > FORMAT;
}

/** Reads a whole backup and compares the size and digest of each file with its manifest. Throws a BackupError. */
export async function checkBackup(path: string, progress: Progress): Promise<Manifest> {
  const manifest = await manifestOf(path);
  await checkFiles(path, manifest.tables, progress);
  return manifest;
}

/** Reads each file of an archive and checks that its size and SHA-256 digest are those in the manifest. Throws a BackupError. */
export async function checkFiles(path: string, tables: readonly BackedUpTable[], progress: Progress): Promise<void> {
  const archive = await openArchive(path);
  try {
    for (const table of tables) {
      const digest = new DigestStream((rows) => progress.rows(table.table, rows, table.rows));
      const source = await archive.read(table.file);
      source.on('error', (error) => digest.destroy(error));
      const read = source.pipe(digest);
      read.resume();
      try {
        await finished(read);
      } catch (cause) {
        throw damaged(path, table, cause as Error);
      }
      const { bytes, rows, sha256 } = digest.passed();
      if (bytes !== table.bytes || rows !== table.rows || sha256 !== table.sha256) throw damaged(path, table);
    }
  } finally {
    archive.close();
  }
}

function damaged(path: string, { file }: BackedUpTable, cause?: Error): BackupError {
  const problem = `${path} is damaged: ${file} is not what was written into it. Take another backup.`;
  return new BackupError('backup-damaged', problem, cause === undefined ? undefined : { cause });
}
