import { createSecretKey, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../config/startup-error.js';
import { isSealed, open, type Sealed, seal } from './seal.js';
import { writeDurably } from './write-durably.js';

/**
 * The file `keyring.json`: a random key, which encrypts the private keys, itself encrypted under a key derived from the passphrase
 * with scrypt (RFC 7914). So a passphrase can be checked before any key exists, and changed without touching the keys.
 */
interface KeyringFile {
  readonly version: 1;
  readonly scrypt: { readonly N: number; readonly r: number; readonly p: number; readonly salt: string };
  readonly key: Sealed;
}

/** 128 MiB and about a third of a second a guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MEMORY_LIMIT = 512 * 1024 * 1024;
const CONTEXT = 'proofmark keyring 1';

/**
 * Opens the keyring of a folder, making both when there are none. Throws a StartupError.
 * @param N scrypt's cost for a new keyring; only tests, which hide nothing, want a lower one
 */
export async function openKeyring(folder: string, passphrase: string, N: number = COST.N): Promise<KeyObject> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'keyring.json');
  const found = await readIfThere(path);
  if (found !== null) return unlock(found, path, passphrase);
  if ((await readdir(folder)).some((name) => name.endsWith('.key.json'))) {
    throw damaged(path, 'is missing though there are keys beside it');
  }
  const salt = randomBytes(32).toString('base64url');
  const key = randomBytes(32);
  const file: KeyringFile = {
    version: 1,
    scrypt: { ...COST, N, salt },
    key: seal(await derive(passphrase, { ...COST, N, salt }), key, CONTEXT),
  };
  if (await writeDurably(path, `${JSON.stringify(file, null, 2)}\n`)) return createSecretKey(key);
  // Another service that shares the folder was first.
  return unlock((await readIfThere(path)) ?? '', path, passphrase);
}

async function unlock(text: string, path: string, passphrase: string): Promise<KeyObject> {
  const file = parse(text);
  if (file === null) throw damaged(path, 'is damaged');
  const key = open(await derive(passphrase, file.scrypt), file.key, CONTEXT);
  if (key === null) {
    throw new StartupError(
      'passphrase-wrong',
      `The passphrase does not open the signing keys in ${path}; set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the one they were made with.`,
    );
  }
  return createSecretKey(key);
}

async function derive(passphrase: string, { N, r, p, salt }: KeyringFile['scrypt']): Promise<KeyObject> {
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  // The same characters may be typed in composed or decomposed form (RFC 8265, 4.2).
  const bytes = await run(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), 32, { N, r, p, maxmem: MEMORY_LIMIT });
  return createSecretKey(bytes);
}

function parse(text: string): KeyringFile | null {
  try {
    const file = JSON.parse(text) as KeyringFile;
    const { N, r, p, salt } = file.scrypt;
    const sane = [N, r, p].every((value) => Number.isInteger(value) && value > 0) && 128 * N * r * p < MEMORY_LIMIT;
    return file.version === 1 && sane && typeof salt === 'string' && isSealed(file.key) ? file : null;
  } catch {
    return null;
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function damaged(path: string, what: string): StartupError {
  return new StartupError(
    'keys-damaged',
    `The file ${path} ${what}; restore it from a backup, without it the signing keys cannot be read.`,
  );
}
