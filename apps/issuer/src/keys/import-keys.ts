import { StartupError } from '../config/startup-error.js';
import type { KeyName, KeyringRow, KeyStanding, Store } from '../store/index.js';
import type { EarlierFiles } from './earlier-files.js';
import { checksOf, type Keyring, openKeyring } from './keyring.js';
import type { PassphraseSource } from './local-passphrase.js';
import { describeKey } from './make-key.js';
import { sealPrivateKey } from './private-key.js';

export interface KeyImport {
  readonly store: Pick<Store, 'keyring' | 'signingKeys'>;
  readonly files: EarlierFiles;
  readonly keyring: Keyring;
  readonly passphrase: PassphraseSource;
  readonly now: () => Date;
}

/** What an import did. */
export interface ImportedKeys {
  /** Keys that were sealed in the database. */
  readonly imported: readonly KeyName[];
  /** Keys of the database whose files do not open, or hold another key than the one that is published. */
  readonly refused: readonly KeyName[];
  /** Retired keys whose files could not be removed, because the folder cannot be written. */
  readonly left: readonly KeyName[];
  /** The files' keyring has another pepper: what a process over these files looked up by address is not found any more. */
  readonly otherPepper: boolean;
}

/**
 * Seals the keys of an earlier version's files in the database, each once and only if its public half is the one that is published, and removes the
 * files of retired keys. The other files stay, as a backup, with a note. Throws a StartupError when the files belong to another database, or
 * their keyring is damaged.
 */
export async function importKeys(deps: KeyImport): Promise<ImportedKeys> {
  const { store, files } = deps;
  const ids = await files.keyIds();
  const known = await store.signingKeys.standingOf(ids);
  const left: KeyName[] = [];
  for (const key of known.filter(({ retired }) => retired)) if (!(await files.remove(key.id))) left.push(name(key));
  const wanted = known.filter(({ retired, sealed }) => !sealed && !retired);
  const done: ImportedKeys = { imported: [], refused: [], left, otherPepper: false };
  if (wanted.length === 0 && known.length > 0) return done;
  const sealed = await files.keyring();
  const row = await store.keyring.read();
  if (sealed === null || row === null) return done;
  // Salts are random: the same one is that of the file from which the database's keyring was taken, under whatever passphrase it is now.
  const same = row.importedSalt === sealed.scrypt.salt;
  if (known.length === 0 && same) return done;
  const theirs = same ? deps.keyring : await openKeyring(sealed, await deps.passphrase.existing());
  const other = theirs === null ? null : checksOf(theirs);
  if (known.length === 0) {
    if (other?.keyCheck === row.keyCheck) return done;
    throw foreign(files, row);
  }
  const imported: KeyName[] = [];
  const refused: KeyName[] = [];
  for (const key of wanted) (theirs !== null && (await importOne(deps, theirs, key)) ? imported : refused).push(name(key));
  if (imported.length > 0) await files.note(noteOf(deps.now()));
  return { ...done, imported, refused, otherPepper: other !== null && other.pepperCheck !== row.pepperCheck };
}

const name = ({ issuerId, id }: KeyName): KeyName => ({ issuerId, id });

async function importOne({ store, files, keyring, now }: KeyImport, theirs: Keyring, key: KeyStanding): Promise<boolean> {
  const file = await files.read(theirs.key, key.id);
  if (file === null || file.algorithm !== key.algorithm) return false;
  const { publicJwk } = await describeKey(file.algorithm, file.privateKey);
  const published = key.publicJwk;
  if (Object.entries(publicJwk).some(([member, value]) => published[member] !== value)) return false;
  await store.signingKeys.insertSealed(key, sealPrivateKey(keyring, key, file.privateKey), now());
  return true;
}

function foreign({ folder }: EarlierFiles, { createdAt }: KeyringRow): StartupError {
  return new StartupError(
    'keyring-mismatch',
    `The key files in ${folder} belong to another database than this one, which has a keyring of its own since ${createdAt.toISOString()}; set DATA_DIR or DATABASE_URL right, or move that folder away.`,
  );
}

function noteOf(at: Date): string {
  return `The keys in this folder were sealed in the database on ${at.toISOString()}. The service reads a file here only when its key is missing
in the database. The files are a backup, with the passphrase of that day. Delete the folder when every process runs the new version and a
backup of the database was restored somewhere and signed a badge (docs/operating.md, "What to keep safe"). Until then they are as secret as before.
`;
}
