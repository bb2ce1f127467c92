import { createSecretKey, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../config/startup-error.js';
import { readIfThere, writeDurably } from './files.js';
import { isSealed, open, type Sealed, seal } from './seal.js';

/**
 * The file `keyring.json`: two random secrets, encrypted under a key derived from the passphrase with scrypt (RFC 7914). So a
 * passphrase can be checked before any signing key exists, and changed without touching the keys.
 */
interface KeyringFile {
  readonly version: 1;
  readonly scrypt: { readonly N: number; readonly r: number; readonly p: number; readonly salt: string };
  readonly secrets: Sealed;
}

export interface Keyring {
  /** Encrypts the files of the signing keys. */
  readonly key: KeyObject;
  /** Keys the hashes of recipients' addresses; 32 bytes. */
  readonly pepper: Uint8Array;
}

/** 128 MiB and about a third of a second a guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MEMORY_LIMIT = 512 * 1024 * 1024;
const CONTEXT = 'proofmark keyring 1';
const SECRET_BYTES = 32;

/**
 * Opens the keyring of a folder, making both when there are none. Throws a StartupError.
 * @param N scrypt's cost for a new keyring; only tests, which hide nothing, want a lower one
 */
export async function openKeyring(folder: string, passphrase: string, N: number = COST.N): Promise<Keyring> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'keyring.json');
  const found = await readIfThere(path);
  if (found !== null) return unlock(found, path, passphrase);
  if ((await readdir(folder)).some((name) => name.endsWith('.key.json'))) {
    throw damaged(path, 'is missing though there are keys beside it');
  }
  const salt = randomBytes(32).toString('base64url');
  const secrets = randomBytes(2 * SECRET_BYTES);
  const cost = { ...COST, N, salt };
  const file: KeyringFile = { version: 1, scrypt: cost, secrets: seal(await derive(passphrase, cost), secrets, CONTEXT) };
  if (await writeDurably(path, `${JSON.stringify(file, null, 2)}\n`)) return split(secrets);
  // Another service that shares the folder was first.
  return unlock((await readIfThere(path)) ?? '', path, passphrase);
}

async function unlock(text: string, path: string, passphrase: string): Promise<Keyring> {
  const file = parse(text);
  if (file === null) throw damaged(path, 'is damaged');
  const secrets = open(await derive(passphrase, file.scrypt), file.secrets, CONTEXT);
  if (secrets === null) {
    throw new StartupError(
      'passphrase-wrong',
      `The passphrase does not open the signing keys in ${path}; set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the one they were made with.`,
    );
  }
  return split(secrets);
}

function split(secrets: Buffer): Keyring {
  return { key: createSecretKey(secrets.subarray(0, SECRET_BYTES)), pepper: Uint8Array.from(secrets.subarray(SECRET_BYTES)) };
}

async function derive(passphrase: string, { N, r, p, salt }: KeyringFile['scrypt']): Promise<KeyObject> {
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  // The same characters may be typed in composed or decomposed form (RFC 8265, 4.2).
  const bytes = await run(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), SECRET_BYTES, { N, r, p, maxmem: MEMORY_LIMIT });
  return createSecretKey(bytes);
}

function parse(text: string): KeyringFile | null {
  try {
    const file = JSON.parse(text) as KeyringFile;
    const { N, r, p, salt } = file.scrypt;
    const sane = [N, r, p].every((value) => Number.isInteger(value) && value > 0) && 128 * N * r * p < MEMORY_LIMIT;
    return file.version === 1 && sane && typeof salt === 'string' && isSealed(file.secrets) ? file : null;
  } catch {
    return null;
  }
}

function damaged(path: string, what: string): StartupError {
  return new StartupError(
    'keys-damaged',
    `The file ${path} ${what}; restore it from a backup, without it the signing keys cannot be read.`,
  );
}
