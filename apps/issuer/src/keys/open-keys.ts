import { join } from 'node:path';
import type { PersonalSeal, Sealer, Store } from '../issuing/ports.js';
import { earlierFiles } from './earlier-files.js';
import { type ImportedKeys, importKeys } from './import-keys.js';
import { checksOf, type KeyringChecks } from './keyring.js';
import { type KeptPassphrase, passphraseSource } from './local-passphrase.js';
import { openDatabaseKeyring } from './open-keyring.js';
import { personalSeal } from './personal-seal.js';
import { type SealedKeyStore, sealedKeyStore } from './sealed-key-store.js';
import { sealedValues } from './sealed-values.js';

export interface KeysOpening {
  readonly store: Store;
  readonly dataDir: string;
  /** Null on a loopback service that keeps its own. */
  readonly passphrase: string | null;
  readonly now: () => Date;
  /** scrypt's cost for a new keyring; only tests want a lower one. */
  readonly scryptN?: number;
}

/** The keys of a service, and the other secret of its keyring. */
export interface OpenKeys {
  readonly keys: SealedKeyStore;
  /** The secret that keys the hashes of recipients' addresses; 32 bytes, made once. */
  readonly pepper: Uint8Array;
  /** Seals recipients' addresses. */
  readonly seal: PersonalSeal;
  /** Seals other secrets under the keyring. */
  readonly sealer: Sealer;
  readonly checks: KeyringChecks;
  /** The passphrase file that the service keeps for itself; null when one was given. */
  readonly kept: KeptPassphrase | null;
  readonly imported: ImportedKeys;
}

/** Opens the keyring of the database, and brings in the keys of an earlier version's files. Throws a StartupError. */
export async function openKeys({ store, dataDir, passphrase: given, now, ...cost }: KeysOpening): Promise<OpenKeys> {
  const files = earlierFiles(join(dataDir, 'keys'));
  const passphrase = passphraseSource(given, dataDir);
  const keyring = await openDatabaseKeyring({ store, files, passphrase, now, ...cost });
  const imported = await importKeys({ store, files, keyring, passphrase, now });
  const keys = sealedKeyStore(keyring, store.signingKeys, { onDestroyed: async ({ id }) => void (await files.remove(id)) });
  const seals = { seal: personalSeal(keyring), sealer: sealedValues(keyring) };
  return { keys, pepper: keyring.pepper, ...seals, checks: checksOf(keyring), kept: passphrase.kept(), imported };
}
