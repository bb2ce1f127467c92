import type { KeptSigner, KeyLack, KeyStore } from '../issuing/ports.js';
import { createPool } from '../store/database/pool.js';
import { postgresStore } from '../store/postgres-store.js';
import { unlockKeyring } from './open-keyring.js';
import { sealedKeyStore } from './sealed-key-store.js';

/** For tests: the private half of a key, as somebody has it who copied the database and knows the passphrase. */
export async function stolenKey(
  databaseUrl: string,
  passphrase: string,
  key: Parameters<KeyStore['signer']>[0],
): Promise<KeptSigner | KeyLack> {
  const pool = createPool(databaseUrl);
  try {
    const store = postgresStore(pool);
    const row = await store.keyring.read();
    if (row === null) throw new Error('the database has no keyring');
    return await sealedKeyStore(await unlockKeyring(row, passphrase), store.signingKeys).signer(key);
  } finally {
    await pool.end();
  }
}
