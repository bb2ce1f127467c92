import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeSigner } from '@proofmark/hosts/node';
import type { Signer } from '@proofmark/proofs';
import { type KeyStore, KeyStoreError, type SigningAlgorithm, type StoredKey } from './key-store.js';
import { openKeyring } from './keyring.js';
import { makeKey } from './make-key.js';
import { describeKey } from './public-jwk.js';
import { isSealed, open, type Sealed, seal } from './seal.js';
import { writeDurably } from './write-durably.js';

interface KeyFile extends StoredKey {
  readonly version: 1;
  /** The PKCS #8 DER form, sealed together with all the other members. */
  readonly private: Sealed;
}

const SUFFIX = '.key.json';

/**
 * Keeps each private key in an encrypted file of a folder that only its owner can enter. A key is decrypted at its first use and kept.
 * Throws a StartupError when the passphrase is not the folder's.
 */
export async function openFileKeyStore(folder: string, passphrase: string, scryptN?: number): Promise<KeyStore> {
  const keyring = await openKeyring(folder, passphrase, scryptN);
  const signers = new Map<string, Signer>();
  const path = (id: string): string => join(folder, `${id}${SUFFIX}`);
  return {
    async create(algorithm) {
      const { privateKey, publicKey } = await makeKey(algorithm);
      const key = describeKey(algorithm, publicKey);
      const file: KeyFile = {
        version: 1,
        ...key,
        private: seal(keyring, privateKey.export({ format: 'der', type: 'pkcs8' }), context(key)),
      };
      try {
        await writeDurably(path(key.id), `${JSON.stringify(file, null, 2)}\n`);
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
      if (known !== undefined) return known;
      // An id never names a path: it is a thumbprint of 43 characters.
      if (!/^[A-Za-z0-9_-]{43}$/.test(id)) return null;
      const file = await readKeyFile(path(id));
      if (file === null) return null;
      const signer = nodeSigner(unseal(keyring, file, path(id)));
      signers.set(id, signer);
      return signer;
    },
    async list() {
      const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort();
      const files = await Promise.all(names.map((name) => readKeyFile(join(folder, name))));
      return files.flatMap((file) => (file === null ? [] : [{ id: file.id, algorithm: file.algorithm, publicJwk: file.publicJwk }]));
    },
    async close() {
      signers.clear();
    },
  };
}

/** Binds the public members to the private key, so that no file can be passed off as another key's. */
function context({ id, algorithm, publicJwk }: StoredKey): string {
  return JSON.stringify(['proofmark key 1', id, algorithm, Object.entries(publicJwk).sort()]);
}

function unseal(keyring: KeyObject, file: KeyFile, path: string): KeyObject {
  const der = open(keyring, file.private, context(file));
  if (der === null) throw damaged(path);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  if (describeKey(file.algorithm, createPublicKey(privateKey)).id !== file.id) throw damaged(path);
  return privateKey;
}

async function readKeyFile(path: string): Promise<KeyFile | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw damaged(path, error);
  }
  const file = parse(text);
  if (file === null || !path.endsWith(`${file.id}${SUFFIX}`)) throw damaged(path);
  return file;
}

function parse(text: string): KeyFile | null {
  try {
    const file = JSON.parse(text) as KeyFile;
    const algorithms: readonly SigningAlgorithm[] = ['Ed25519', 'ES256'];
    const wellFormed = file.version === 1 && typeof file.id === 'string' && algorithms.includes(file.algorithm);
    return wellFormed && typeof file.publicJwk === 'object' && file.publicJwk !== null && isSealed(file.private) ? file : null;
  } catch {
    return null;
  }
}

function damaged(path: string, cause?: unknown): KeyStoreError {
  return new KeyStoreError('key-damaged', `The key file ${path} is damaged or was changed; restore it from a backup.`, { cause });
}
