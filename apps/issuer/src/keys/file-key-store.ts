import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeSigner } from '@proofmark/hosts/node';
import type { Signer } from '@proofmark/proofs';
import { isUuid } from '@proofmark/schemas';
import type { KeyStore } from '../issuing/ports.js';
import { readIfThere, syncFolder, writeDurably } from './files.js';
import { type KeyName, readKeyFile, writeKeyFile } from './key-file.js';
import { KeyStoreError } from './key-store-error.js';
import { openKeyring } from './keyring.js';
import { describeKey, makePrivateKey } from './make-key.js';

/**
 * Keeps each private key in an encrypted file, in a folder that only its owner can enter: `<issuer>/<id>.key.json` beside `keyring.json`.
 * A key is decrypted at its first use and kept in memory. `signer` throws a KeyStoreError.
 *
 * @throws StartupError when the passphrase is not the folder's
 */
export async function openFileKeyStore(folder: string, passphrase: string, scryptN?: number): Promise<KeyStore> {
  const { key: secret, pepper } = await openKeyring(folder, passphrase, scryptN);
  const signers = new Map<string, Signer>();
  return {
    async create(issuerId, algorithm) {
      const privateKey = await makePrivateKey(algorithm);
      const { id, publicKey } = await describeKey(algorithm, privateKey);
      const name = { issuerId, id };
      const path = pathOf(folder, name);
      if (path === null) throw new TypeError('The id of an issuer is a UUID.');
      try {
        if ((await mkdir(dirname(path), { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(folder);
        await writeDurably(path, writeKeyFile(secret, name, algorithm, privateKey));
      } catch (cause) {
        throw new KeyStoreError('key-unwritable', `No key can be written to ${folder}; check its rights and the space on the disk.`, {
          cause,
        });
      }
      signers.set(path, nodeSigner(privateKey));
      return { id, publicKey };
    },
    async signer(issuerId, id) {
      const path = pathOf(folder, { issuerId, id });
      const known = path === null ? undefined : signers.get(path);
      if (known !== undefined) return known;
      const text = path === null ? null : await readIfThere(path);
      if (path === null || text === null) {
        throw new KeyStoreError(
          'key-missing',
          `The signing key ${id} is not in ${folder}; restore the folder from the backup that fits the database.`,
        );
      }
      const privateKey = await readKeyFile(secret, { issuerId, id }, text);
      if (privateKey === null)
        throw new KeyStoreError('key-damaged', `The key file ${path} is damaged or was changed; restore it from a backup.`);
      const signer = nodeSigner(privateKey);
      signers.set(path, signer);
      return signer;
    },
    pepper: async () => pepper,
  };
}

/** Null for what is no name of a key: nothing that comes from outside may walk through the file system. */
function pathOf(folder: string, { issuerId, id }: KeyName): string | null {
  return isUuid(issuerId) && /^[A-Za-z0-9_-]{40,60}$/.test(id) ? join(folder, issuerId, `${id}.key.json`) : null;
}
