import { join } from 'node:path';
import { nodeSigner } from '@proofmark/platform/node';
import type { Signer } from '@proofmark/proofs';
import type { KeyStore } from '../issuing/ports.js';
import { listFiles, readIfThere, removeDurably, removeOldDrafts, writeDurably } from './files.js';
import { readKeyFile, writeKeyFile } from './key-file.js';
import { KeyStoreError } from './key-store-error.js';
import { openKeyring } from './keyring.js';
import { describeKey, makePrivateKey } from './make-key.js';

/** What the keys' folder holds. */
export interface FileKeys {
  readonly keys: KeyStore;
  /** The secret that keys the hashes of recipients' addresses; 32 bytes, made once. */
  readonly pepper: Uint8Array;
}

/** A thumbprint: nothing that comes from elsewhere may walk through the file system. */
const KEY_ID = /^[A-Za-z0-9_-]{43}$/;

/**
 * Keeps each private key in an encrypted file, `<id>.key.json` beside `keyring.json`, in a folder that only its owner can enter.
 * Until a new key is kept for good, an empty file `<id>.new` stands beside it. A key is decrypted at its first use and kept in memory.
 * A damaged file throws a KeyStoreError.
 *
 * @throws StartupError when the passphrase is not the folder's
 */
export async function openFileKeys(folder: string, passphrase: string, scryptN?: number): Promise<FileKeys> {
  const { key: secret, pepper } = await openKeyring(folder, passphrase, scryptN);
  await removeOldDrafts(folder);
  const signers = new Map<string, Signer>();
  const pathOf = (id: string): string => join(folder, `${id}.key.json`);
  const markOf = (id: string): string => join(folder, `${id}.new`);
  const keys: KeyStore = {
    async create(algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const key = await describeKey(algorithm, privateKey);
      try {
        await writeDurably(markOf(key.id), '');
        await writeDurably(pathOf(key.id), writeKeyFile(secret, key.id, algorithm, privateKey));
      } catch (cause) {
        throw new KeyStoreError('key-unwritable', `No key can be written to ${folder}; check its rights and the space on the disk.`, {
          cause,
        });
      }
      signers.set(key.id, nodeSigner(privateKey));
      return key;
    },
    async signer(id) {
      const known = signers.get(id);
      if (known !== undefined || !KEY_ID.test(id)) return known ?? null;
      const text = await readIfThere(pathOf(id));
      if (text === null) return null;
      const privateKey = await readKeyFile(secret, id, text);
      if (privateKey === null) {
        throw new KeyStoreError('key-damaged', `The key file ${pathOf(id)} is damaged or was changed; restore it from a backup.`);
      }
      const signer = nodeSigner(privateKey);
      signers.set(id, signer);
      return signer;
    },
    async keep(id) {
      if (KEY_ID.test(id)) await removeDurably(markOf(id));
    },
    async destroy(id) {
      signers.delete(id);
      if (!KEY_ID.test(id)) return;
      await removeDurably(pathOf(id));
      await removeDurably(markOf(id));
    },
    async held() {
      const files = await listFiles(folder);
      const marks = new Map(files.filter(({ name }) => name.endsWith('.new')).map(({ name, at }) => [name.slice(0, -'.new'.length), at]));
      const stored = files.filter(({ name }) => name.endsWith('.key.json')).map(({ name }) => name.slice(0, -'.key.json'.length));
      return [...new Set([...stored, ...marks.keys()])]
        .filter((id) => KEY_ID.test(id))
        .map((id) => ({ id, newSince: marks.get(id) ?? null }));
    },
  };
  return { keys, pepper };
}
