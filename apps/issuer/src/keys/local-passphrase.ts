import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error.js';
import { readIfThere, removeOldDrafts, writeDurably } from './files.js';

/** A passphrase that the service made for itself. */
export interface LocalPassphrase {
  readonly passphrase: string;
  readonly path: string;
  /** It was made just now. */
  readonly made: boolean;
}

/**
 * The passphrase that a loopback service keeps beside its keys, made at the first start. It guards copies of the keys' folder, not this
 * machine. Throws a StartupError when the keys were made with another one, which nobody gave.
 */
export async function localPassphrase(dataDir: string, keysFolder: string): Promise<LocalPassphrase> {
  await removeOldDrafts(dataDir);
  const path = join(dataDir, 'key-passphrase');
  const found = await readIfThere(path);
  if (found !== null) return { passphrase: found.trimEnd(), path, made: false };
  if (existsSync(join(keysFolder, 'keyring.json'))) {
    throw new StartupError(
      'passphrase-missing',
      `The signing keys in ${keysFolder} have a passphrase; set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the one they were made with.`,
    );
  }
  const made = await writeDurably(path, `${randomBytes(24).toString('base64url')}\n`);
  return { passphrase: ((await readIfThere(path)) ?? '').trimEnd(), path, made };
}
