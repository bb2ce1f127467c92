import { createSecretKey } from 'node:crypto';
import type { Store } from '../store/index.js';
import { type Keyring, sealKeyring } from './keyring.js';
import { keyringRow } from './open-keyring.js';

/** The secrets of every test. */
export const TEST_KEYRING: Keyring = { key: createSecretKey(new Uint8Array(32).fill(5)), pepper: new Uint8Array(32).fill(7) };

/** scrypt's cost where nothing is hidden. */
export const TEST_N = 1024;

/** Makes them the keyring of a database. */
export async function saveTestKeyring({ keyring }: Pick<Store, 'keyring'>, passphrase = 'test'): Promise<void> {
  await keyring.insert(keyringRow(TEST_KEYRING, await sealKeyring(TEST_KEYRING, passphrase, TEST_N), null, new Date()));
}
