import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { BackupError } from './backup-error.js';

/** A file of an archive, opened when its turn comes. */
export interface ArchiveFile {
  readonly name: string;
  open(): Readable | Promise<Readable>;
}

/**
 * Writes a ZIP archive (with Zip64 where it is needed), for its owner alone. Under its name it is there as a whole and on the disk, or not at all;
 * a file of that name is not written over. Files are opened one after the other.
 * @param onBegin called when the file can be written, before the first of its files is opened
 */
export async function writeArchive(path: string, files: readonly ArchiveFile[], onBegin: () => void): Promise<void> {
  const draft = `${path}.part`;
  const file = await openDraft(path, draft);
  onBegin();
  const archive = new ZipFile();
  const output = archive.outputStream as Readable;
  archive.on('error', (error: Error) => output.destroy(error));
  for (const { name, open: openFile } of files) {
    archive.addReadStreamLazy(name, { compress: true }, (give) => {
      Promise.resolve()
        .then(openFile)
        .then((stream) => give(null, stream))
        .catch((error: Error) => output.destroy(error));
    });
  }
  archive.end();
  try {
    await pipeline(output, file.createWriteStream({ flush: true }));
    await rename(draft, path);
  } catch (error) {
    throw whyUnwritten(path, error as NodeJS.ErrnoException);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

/** Throws, before anything is read, where the archive could not be written in the end. */
async function openDraft(path: string, draft: string): Promise<FileHandle> {
  if (existsSync(path)) throw alreadyThere(path);
  try {
    return await open(draft, 'wx', 0o600);
  } catch (error) {
    throw whyUnwritten(draft, error as NodeJS.ErrnoException);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function whyUnwritten(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EEXIST') return alreadyThere(path);
  // What the database says has no system call.
  if (error.syscall === undefined) return error;
  const problem = `${path} cannot be written (${error.code}): name a file that this user may write, on a disk with enough room.`;
  return new BackupError('file-unwritable', problem, { cause: error });
}

function alreadyThere(path: string): BackupError {
  const cutOff = path.endsWith('.part') ? ' A backup that was cut off leaves such a file; another one may be writing it.' : '';
  return new BackupError('file-exists', `${path} is there already: give another name, or remove it.${cutOff}`);
}

/** An archive that is read file by file. */
export interface OpenArchive {
  readonly names: readonly string[];
  read(name: string): Promise<Readable>;
  close(): void;
}

/** Files in one archive: far more than there are tables. */
const MOST_FILES = 2000;

/** Opens a ZIP archive. Throws a BackupError for what is none, or cannot be read. */
export async function openArchive(path: string): Promise<OpenArchive> {
  const zip = await openZip(path);
  const entries = new Map<string, yauzl.Entry>();
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.set(entry.fileName, entry);
        if (entries.size > MOST_FILES) reject(new Error('it has too many files'));
        else zip.readEntry();
      });
      zip.readEntry();
    });
  } catch (error) {
    zip.close();
    throw unreadable(path, error as Error);
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new BackupError('backup-damaged', `${path} lacks ${name}: it is no whole backup. Take another one.`);
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(unreadable(path, error))));
      });
    },
    close: () => zip.close(),
  };
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error === null ? resolve(zip) : reject(unreadable(path, error)),
    );
  });
}

function unreadable(path: string, error: Error): BackupError {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined
    ? new BackupError('not-a-backup', `${path} is no whole backup (${error.message}): take another one.`, { cause: error })
    : new BackupError('file-unreadable', `${path} cannot be read (${code}).`, { cause: error });
}
