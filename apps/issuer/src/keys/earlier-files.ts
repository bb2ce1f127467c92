import { createPrivateKey, type KeyObject } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { SIGNING_ALGORITHMS } from '@proofmark/schemas/api';
import { StartupError } from '../config/startup-error.js';
import { listFiles, readIfThere, removeDurably, writeDurably } from './files.js';
import { readSealedKeyring, type SealedKeyring } from './keyring.js';
import { describeKey } from './make-key.js';
import { isSealed, open } from './seal.js';

/** A thumbprint: nothing that comes from elsewhere may walk through the file system. */
const KEY_ID = /^[A-Za-z0-9_-]{43}$/;
const NOTE = 'IMPORTED.txt';

/**
 * The folder in which versions before this kept their keys: `keyring.json`, and `<id>.key.json` for each key, with an empty `<id>.new` beside it
 * until it was kept for good. It is only read from; what is stale goes.
 */
export interface EarlierFiles {
  readonly folder: string;
  /** The sealed keyring; null when there is none. Throws a StartupError when it is damaged, or missing beside keys. */
  keyring(): Promise<SealedKeyring | null>;
  /** The ids of the keys that have a file. */
  keyIds(): Promise<readonly string[]>;
  /** A private key and its algorithm; null when its file is damaged, was changed, or is that of another key. */
  read(secret: KeyObject, id: string): Promise<{ readonly algorithm: SigningAlgorithm; readonly privateKey: KeyObject } | null>;
  /** Removes the file of a key, if it is there. False when the folder cannot be written. */
  remove(id: string): Promise<boolean>;
  /** Writes a note that says what became of the files, if there is none. False when the folder cannot be written. */
  note(text: string): Promise<boolean>;
}

/** @param folder which need not be there */
export function earlierFiles(folder: string): EarlierFiles {
  const path = join(folder, 'keyring.json');
  const keyIds = async (): Promise<readonly string[]> => {
    const names = (await listFiles(folder).catch(ifNoFolder)).map(({ name }) => name);
    return names
      .filter((name) => name.endsWith('.key.json'))
      .map((name) => name.slice(0, -'.key.json'.length))
      .filter((id) => KEY_ID.test(id));
  };
  return {
    folder,
    keyIds,
    async keyring() {
      const text = await readIfThere(path);
      if (text === null) {
        if ((await keyIds()).length === 0) return null;
        throw damaged(path, 'is missing though there are keys beside it');
      }
      const document = parse(text);
      const sealed = document?.version === 1 ? readSealedKeyring(document) : null;
      if (sealed === null) throw damaged(path, 'is damaged');
      return sealed;
    },
    async read(secret, id) {
      const file = parse((await readIfThere(join(folder, `${id}.key.json`))) ?? '');
      const algorithm = SIGNING_ALGORITHMS.find((known) => known === file?.algorithm);
      if (file?.version !== 1 || algorithm === undefined || !isSealed(file.private)) return null;
      const der = open(secret, file.private, JSON.stringify(['proofmark key 1', id, algorithm]));
      if (der === null) return null;
      const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      der.fill(0);
      return (await describeKey(algorithm, privateKey)).id === id ? { algorithm, privateKey } : null;
    },
    async remove(id) {
      if (!KEY_ID.test(id)) return true;
      const there: string[] = [];
      for (const file of [join(folder, `${id}.key.json`), join(folder, `${id}.new`)]) if (await exists(file)) there.push(file);
      return unlessReadOnly(async () => {
        for (const file of there) await removeDurably(file);
      });
    },
    note: (text) => unlessReadOnly(() => writeDurably(join(folder, NOTE), text)),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function unlessReadOnly(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function ifNoFolder(error: NodeJS.ErrnoException): readonly never[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function damaged(path: string, what: string): StartupError {
  return new StartupError(
    'keys-damaged',
    `The file ${path} ${what}; restore it from a backup, without it the signing keys cannot be brought into the database.`,
  );
}
