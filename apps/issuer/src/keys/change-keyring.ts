import { StartupError } from '../config/startup-error.js';
import { recordAct } from '../issuing/access/record-act.js';
import type { IdSource, Store } from '../issuing/ports.js';
import { makeKeyring, sealKeyring } from './keyring.js';
import { keyringRow, unlockKeyring } from './open-keyring.js';

export interface KeyringChange extends IdSource {
  readonly store: Pick<Store, 'keyring' | 'transaction'>;
  /** scrypt's cost; only tests want a lower one. */
  readonly scryptN?: number;
}

/**
 * Encrypts the keyring under another passphrase. No key changes, and processes that run go on; at their next start they need the new one. Throws a
 * StartupError when the present passphrase does not open it.
 */
export async function changePassphrase(deps: KeyringChange, present: string, next: string): Promise<void> {
  const row = await deps.store.keyring.read();
  if (row === null) throw new StartupError('keys-damaged', 'The database has no keyring yet; start the service once.');
  const sealed = await sealKeyring(await unlockKeyring(row, present), next, deps.scryptN);
  await deps.store.transaction(async (tx) => {
    await tx.keyring.lock();
    const now = await tx.keyring.read();
    if (JSON.stringify(now?.scrypt) !== JSON.stringify(row.scrypt)) {
      throw new StartupError('keyring-mismatch', 'The passphrase was changed by somebody else in this moment; look which one holds now.');
    }
    await tx.keyring.reseal(sealed, deps.clock.now());
    await recordAct(deps, tx, 'operator', { action: 'keyring.passphrase-changed', issuerId: null, objectId: row.keyCheck });
  });
}

/**
 * Puts a new keyring in the place of one that nobody can open any more, or that was lost with the key files of an earlier version. Every sealed key
 * is discarded with it: each issuer's keys have to be rotated, and people are not found by their address in what was issued before. Throws a
 * StartupError when the passphrase opens the keyring that is there.
 */
export async function beginAnew(deps: KeyringChange, passphrase: string): Promise<void> {
  const row = await deps.store.keyring.read();
  if (row !== null && (await opens(row, passphrase))) {
    throw new StartupError('settings-contradict', 'The passphrase opens the keyring of this database; nothing is to be begun anew.');
  }
  const keyring = makeKeyring();
  const sealed = await sealKeyring(keyring, passphrase, deps.scryptN);
  const fresh = keyringRow(keyring, sealed, null, deps.clock.now());
  await deps.store.transaction(async (tx) => {
    await tx.keyring.lock();
    await tx.keyring.discard();
    await tx.keyring.insert(fresh);
    const details = { replaced: row?.keyCheck ?? null };
    await recordAct(deps, tx, 'operator', { action: 'keyring.begun-anew', issuerId: null, objectId: fresh.keyCheck, details });
  });
}

async function opens(row: Parameters<typeof unlockKeyring>[0], passphrase: string): Promise<boolean> {
  return unlockKeyring(row, passphrase).then(
    () => true,
    (error: unknown) => {
      if (error instanceof StartupError) return false;
      throw error;
    },
  );
}
