import { StartupError } from '../config/startup-error.js';
import type { KeyringRow, Store } from '../store/index.js';
import type { EarlierFiles } from './earlier-files.js';
import { checksOf, type Keyring, makeKeyring, openKeyring, readSealedKeyring, type SealedKeyring, sealKeyring } from './keyring.js';
import type { PassphraseSource } from './local-passphrase.js';

export interface KeyringOpening {
  readonly store: Pick<Store, 'keyring' | 'transaction'>;
  readonly files: EarlierFiles;
  readonly passphrase: PassphraseSource;
  readonly now: () => Date;
  /** scrypt's cost for a new keyring; only tests, which hide nothing, want a lower one. */
  readonly scryptN?: number;
}

/**
 * Opens the keyring of the database. Where there is none, that of an earlier version's files is taken over, or else one is made; of processes that
 * start together one does, and the others find it. Throws a StartupError when the passphrase does not open it, and writes nothing then.
 */
export async function openDatabaseKeyring(deps: KeyringOpening): Promise<Keyring> {
  const row = await deps.store.keyring.read();
  if (row !== null) return unlockKeyring(row, await deps.passphrase.existing());
  const begun = await begin(deps);
  return 'row' in begun ? unlockKeyring(begun.row, await deps.passphrase.existing()) : begun.keyring;
}

/** Opens a stored keyring. Throws a StartupError. */
export async function unlockKeyring(row: KeyringRow, passphrase: string): Promise<Keyring> {
  const sealed = readSealedKeyring(row);
  if (sealed === null) {
    throw new StartupError('keys-damaged', 'The table keyring of the database is damaged; restore it from a backup.');
  }
  const keyring = await openKeyring(sealed, passphrase);
  if (keyring === null) {
    throw new StartupError(
      'passphrase-wrong',
      'The passphrase does not open the signing keys of this database; set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the one they were made with, or DATABASE_URL to the database that is meant.',
    );
  }
  const checks = checksOf(keyring);
  if (checks.keyCheck !== row.keyCheck || checks.pepperCheck !== row.pepperCheck) {
    throw new StartupError(
      'keyring-mismatch',
      'The keyring in the database is not the one that its check values were made of; restore the table keyring from a backup.',
    );
  }
  return keyring;
}

/** The row of a keyring. */
export function keyringRow(keyring: Keyring, sealed: SealedKeyring, importedSalt: string | null, at: Date): KeyringRow {
  return { ...sealed, ...checksOf(keyring), importedSalt, createdAt: at, changedAt: at };
}

/** A keyring that is in the database from now on, or the row that another process was first with. */
type Begun = { readonly keyring: Keyring } | { readonly row: KeyringRow };

/** What takes long is done before the transaction, which others wait for. */
async function begin(deps: KeyringOpening): Promise<Begun> {
  const { keyring, sealed, importedSalt, keep } = (await takeOver(deps)) ?? (await makeNew(deps));
  return deps.store.transaction(async (tx): Promise<Begun> => {
    await tx.keyring.lock();
    const found = await tx.keyring.read();
    if (found !== null) return { row: found };
    if (importedSalt === null && (await tx.keyring.anyActiveKey())) throw notImported(deps.files);
    await keep();
    await tx.keyring.insert(keyringRow(keyring, sealed, importedSalt, deps.now()));
    return { keyring };
  });
}

interface NewKeyring {
  readonly keyring: Keyring;
  readonly sealed: SealedKeyring;
  readonly importedSalt: string | null;
  /** Keeps what opens it. */
  keep(): Promise<void>;
}

async function takeOver({ files, passphrase }: KeyringOpening): Promise<NewKeyring | null> {
  const sealed = await files.keyring();
  if (sealed === null) return null;
  const keyring = await openKeyring(sealed, await passphrase.existing());
  if (keyring !== null) return { keyring, sealed, importedSalt: sealed.scrypt.salt, keep: async () => undefined };
  throw new StartupError(
    'passphrase-wrong',
    `The passphrase does not open the signing keys in ${files.folder}; set KEY_PASSPHRASE or KEY_PASSPHRASE_FILE to the one they were made with.`,
  );
}

async function makeNew({ passphrase, scryptN }: KeyringOpening): Promise<NewKeyring> {
  const keyring = makeKeyring();
  const { passphrase: text, keep } = await passphrase.orNew();
  return { keyring, sealed: await sealKeyring(keyring, text, scryptN), importedSalt: null, keep };
}

function notImported({ folder }: EarlierFiles): StartupError {
  return new StartupError(
    'keys-not-imported',
    `The signing keys of this database are in files of an earlier version, and ${folder} has none; first start the process whose DATA_DIR has them (docs/operating.md says what to do when they are lost).`,
  );
}
