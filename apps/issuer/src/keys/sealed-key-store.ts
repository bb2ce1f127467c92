import { nodeSigner } from '@proofmark/platform/node';
import type { HeldKey, KeptSigner, KeyStore } from '../issuing/ports.js';
import type { KeyName, Store } from '../store/index.js';
import type { Keyring } from './keyring.js';
import { lastUsed } from './last-used.js';
import { describeKey, makePrivateKey } from './make-key.js';
import { openPrivateKey, sealPrivateKey } from './private-key.js';

/** Signers that are kept in memory; the one that was not asked for longest is left out first. To open a key anew takes less than a millisecond. */
const MAX_SIGNERS = 2000;

/** Milliseconds between two looks whether the keys in memory are still in the database. */
const SWEEP_INTERVAL = 60_000;

const PAGE = 1000;

type Rows = Pick<Store['signingKeys'], 'findSealed' | 'deleteSealed' | 'listSealed' | 'stillSealed' | 'servingAmong'>;
type Key = Parameters<KeyStore['signer']>[0];

/** A key store over the database, and what it knows of its own state. */
export interface SealedKeyStore extends KeyStore {
  /** The serving keys that this process was asked for and could not sign with; empty when all is well. Looks again at those that failed before. */
  failing(): Promise<readonly KeyName[]>;
}

export interface SealedKeyStoreOptions {
  /** Hears that the private half of a key was destroyed, after its row. */
  readonly onDestroyed?: (key: KeyName) => Promise<void>;
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number;
}

/**
 * Keeps each private key sealed in a row of its own, so that every process that has the keyring has all keys. A key is opened at its first use.
 * Its row never changes, so what was opened once is good until the row is gone; then it is forgotten within a minute.
 */
export function sealedKeyStore(
  keyring: Keyring,
  database: Rows,
  { onDestroyed = async () => undefined, now = () => performance.now() }: SealedKeyStoreOptions = {},
): SealedKeyStore {
  const signers = lastUsed<{ readonly id: string; readonly signer: KeptSigner }>(MAX_SIGNERS);
  const failed = lastUsed<Key>(MAX_SIGNERS);
  let sweptAt = now();
  const sweep = async (): Promise<void> => {
    if (now() - sweptAt < SWEEP_INTERVAL) return;
    sweptAt = now();
    const standing = new Set(await database.stillSealed(signers.all().map(([, { id }]) => id)));
    for (const [name, { id }] of signers.all()) if (!standing.has(id)) signers.delete(name);
  };
  const store: SealedKeyStore = {
    name: 'database',
    async create(issuerId, algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const { id, publicJwk } = await describeKey(algorithm, privateKey);
      return { id, publicJwk, sealed: sealPrivateKey(keyring, { issuerId, id, algorithm }, privateKey) };
    },
    async signer(key, rows = database) {
      const known = signers.get(nameOf(key));
      if (known !== undefined) return known.signer;
      const sealed = await rows.findSealed(key);
      const privateKey = sealed === null ? null : await openPrivateKey(keyring, key, sealed);
      if (privateKey === null) {
        failed.set(nameOf(key), key);
        return sealed === null ? 'lost' : 'unreadable';
      }
      failed.delete(nameOf(key));
      const signer: KeptSigner = { ...nodeSigner(privateKey), privateKey };
      signers.set(nameOf(key), { id: key.id, signer });
      return signer;
    },
    // The row came with the key's own, in one transaction.
    keep: async () => undefined,
    async destroy(key, rows = database) {
      signers.delete(nameOf(key));
      failed.delete(nameOf(key));
      await rows.deleteSealed(key);
      await onDestroyed(key);
    },
    async *held() {
      for (let page = await database.listSealed(null, PAGE); page.length > 0; page = await database.listSealed(page.at(-1) ?? null, PAGE)) {
        yield page.map((key): HeldKey => ({ ...key, newSince: null }));
      }
    },
    async failing() {
      await sweep();
      const before = failed.all();
      if (before.length === 0) return [];
      const active = new Set(await database.servingAmong(before.map(([, { id }]) => id)));
      for (const [name, key] of before) {
        // Nobody needs the private half of a retired key.
        if (!active.has(key.id)) failed.delete(name);
        else await store.signer(key);
      }
      return failed.all().map(([, { issuerId, id }]) => ({ issuerId, id }));
    },
  };
  return store;
}

const nameOf = ({ issuerId, id }: KeyName): string => `${issuerId} ${id}`;
