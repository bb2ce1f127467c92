import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error.js';
import { readIfThere, removeOldDrafts, writeDurably } from './files.js';

/** The file in DATA_DIR that a loopback service keeps its passphrase in, and whether this start made it. */
export interface KeptPassphrase {
  readonly path: string;
  readonly made: boolean;
}

/** Where the passphrase of the keyring comes from. */
export interface PassphraseSource {
  /** The passphrase of a keyring that is there. Throws a StartupError when nobody gave one and none is kept. */
  existing(): Promise<string>;
  /** The passphrase for a new keyring: the one that is given or kept, else a new one. `keep` keeps it from now on, before it is relied on. */
  orNew(): Promise<{ readonly passphrase: string; keep(): Promise<void> }>;
  /** The file that it came from; null when it was given. */
  kept(): KeptPassphrase | null;
}

/**
 * The passphrase that was given, or, for a service on localhost, the one that it keeps in its data folder, made with the keyring. The kept one
 * guards copies of the database that go without the folder, not this machine.
 */
export function passphraseSource(given: string | null, dataDir: string): PassphraseSource {
  const path = localPassphrasePath(dataDir);
  let made = false;
  const find = async (): Promise<string | null> => given ?? (await readIfThere(path))?.trimEnd() ?? null;
  return {
    async existing() {
      const found = await find();
      if (found !== null) return found;
      throw new StartupError(
        'passphrase-missing',
        `The signing keys in the database have a passphrase; set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the one they were made with (a service on localhost keeps its own in ${path}).`,
      );
    },
    async orNew() {
      const found = await find();
      if (found !== null) return { passphrase: found, keep: async () => undefined };
      const passphrase = randomBytes(24).toString('base64url');
      const keep = async (): Promise<void> => {
        await removeOldDrafts(dataDir);
        made = await writeDurably(path, `${passphrase}\n`);
        if (!made) throw new StartupError('data-folder-in-use', `Another service has just written ${path}; start again.`);
      };
      return { passphrase, keep };
    },
    kept: () => (given === null ? { path, made } : null),
  };
}

/** Where a service on localhost keeps its passphrase. */
function localPassphrasePath(dataDir: string): string {
  return join(dataDir, 'key-passphrase');
}
