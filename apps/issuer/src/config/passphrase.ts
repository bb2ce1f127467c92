import { readFileSync } from 'node:fs';
import { isLoopback } from './public-base-url.js';
import { StartupError } from './startup-error.js';

/** What the environment says about the passphrase; absent members are not set. */
export interface PassphraseSettings {
  readonly value: string | undefined;
  readonly file: string | undefined;
}

/** The passphrase of the signing keys, or null when a loopback service may keep its own. Throws a StartupError that never holds it. */
export function readPassphrase({ value, file }: PassphraseSettings, publicBaseUrl: string | null): string | null {
  if (value !== undefined && file !== undefined) {
    throw new StartupError('settings-contradict', 'KEY_PASSPHRASE and KEY_PASSPHRASE_FILE are both set; remove one of them.');
  }
  if (value !== undefined) return notBlank(value, 'KEY_PASSPHRASE');
  if (file !== undefined) return notBlank(readPassphraseFile(file), `The file ${file} of KEY_PASSPHRASE_FILE`);
  if (publicBaseUrl !== null && !isLoopback(publicBaseUrl)) {
    throw new StartupError(
      'passphrase-missing',
      'KEY_PASSPHRASE is missing; set it, or KEY_PASSPHRASE_FILE, to the passphrase that guards the signing keys, and keep it safe.',
    );
  }
  return null;
}

function readPassphraseFile(path: string): string {
  try {
    // Editors end a file with a line break, which is not meant.
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new StartupError(
      'passphrase-unreadable',
      `The file ${path} of KEY_PASSPHRASE_FILE cannot be read (${(cause as NodeJS.ErrnoException).code}); check the path and its rights.`,
      { cause },
    );
  }
}

function notBlank(passphrase: string, where: string): string {
  if (passphrase.trim() === '') throw new StartupError('setting-invalid', `${where} is blank; put a passphrase there.`);
  return passphrase;
}
