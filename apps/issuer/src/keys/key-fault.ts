import type { KeyName, Store } from '../store/index.js';
import type { KeyringChecks } from './keyring.js';

/** Why a process cannot sign for its issuers: the database has another keyring than it had, or an active key is lost or does not open. */
export type KeyFault = 'keyring-changed' | 'signing-key-unusable';

interface KeysInUse {
  readonly keys: { failing(): Promise<readonly KeyName[]> };
  readonly checks: KeyringChecks;
}

/** Milliseconds that a probe waits for an answer of the database. */
const PATIENCE = 1000;

/**
 * Tells what is wrong with the keys of this process just now; null for nothing. While the database does not answer, it tells what it told last: that
 * is another trouble, and told by others.
 */
export function keyFaultNow(store: Pick<Store, 'keyring'>, inUse: KeysInUse, patience: number = PATIENCE): () => Promise<KeyFault | null> {
  let last: KeyFault | null = null;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    last = await findKeyFault(store, inUse);
  };
  return async () => {
    asking ??= ask()
      .catch(() => undefined)
      .finally(() => {
        asking = null;
      });
    await within(patience, asking);
    return last;
  };
}

async function findKeyFault({ keyring }: Pick<Store, 'keyring'>, { keys, checks }: KeysInUse): Promise<KeyFault | null> {
  const row = await keyring.read();
  if (row?.keyCheck !== checks.keyCheck || row.pepperCheck !== checks.pepperCheck) return 'keyring-changed';
  return (await keys.failing()).length > 0 ? 'signing-key-unusable' : null;
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
