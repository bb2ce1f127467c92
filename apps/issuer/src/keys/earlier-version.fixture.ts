import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import type { Store } from '../store/index.js';
import { TEST_N } from './keyring.fixture.js';
import { type Keyring, makeKeyring, sealKeyring } from './keyring.js';
import { describeKey, makePrivateKey } from './make-key.js';
import { seal } from './seal.js';

/**
 * What the version before sealed keys left, made by that version: the folder of the keys of a service with two issuers, under a passphrase of the
 * test alone. One Ed25519 key was rotated, and its file is still there, as releases before the destruction of retired keys left it; one key was
 * made and never known to the database.
 */
export const EARLIER = {
  passphrase: 'a passphrase of a test, which guards nothing',
  pepper: '931bc2bd47b83606a3fbf07029fed2030c521551f13900ea26e4fc313cc1978b',
  folder: fileURLToPath(new URL('./earlier-files.fixture/', import.meta.url)),
};

interface Rows {
  readonly issuers: readonly { readonly id: string; readonly slug: string; readonly did: string; readonly name: string }[];
  readonly keys: readonly {
    readonly issuerId: string;
    readonly id: string;
    readonly algorithm: SigningAlgorithm;
    readonly publicJwk: Readonly<Record<string, string>>;
    readonly verificationMethod: string;
    readonly retired: boolean;
  }[];
  readonly orphan: string;
}

/** The rows that the database had beside these files. */
async function earlierRows(): Promise<Rows> {
  return JSON.parse(await readFile(new URL('./earlier-rows.fixture.json', import.meta.url), 'utf8')) as Rows;
}

/** Brings a database to where that version left it. */
export async function restoreEarlier(store: Store): Promise<Rows> {
  const rows = await earlierRows();
  const at = new Date('2026-11-28T12:00:00Z');
  for (const [number, issuer] of rows.issuers.entries()) {
    await store.issuers.insert({
      ...issuer,
      number,
      mode: 'live',
      url: null,
      profile: {},
      suspendedSince: null,
      suspensionReason: null,
      createdAt: at,
      updatedAt: at,
    });
  }
  for (const { retired, ...key } of rows.keys) {
    const row = { usedAt: null, revokedAt: null, revocationReason: null, keptIn: 'database', purpose: 'assertion', createdAt: at } as const;
    await store.transaction((tx) => tx.signingKeys.insert({ ...row, ...key, retiredAt: retired ? at : null }, null));
  }
  return rows;
}

/** Copies the files to where a service looks for them. */
export async function copyEarlierFiles(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'keys');
  await cp(EARLIER.folder, folder, { recursive: true });
  return folder;
}

/** Writes a keyring and a key as that version did. */
export async function writeEarlierKey(folder: string, passphrase: string): Promise<{ readonly keyring: Keyring; readonly key: KeyMade }> {
  const keyring = makeKeyring();
  await writeFile(join(folder, 'keyring.json'), JSON.stringify({ version: 1, ...(await sealKeyring(keyring, passphrase, TEST_N)) }));
  const algorithm = 'Ed25519';
  const privateKey = await makePrivateKey(algorithm);
  const key = await describeKey(algorithm, privateKey);
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  const sealed = seal(keyring.key, der, JSON.stringify(['proofmark key 1', key.id, algorithm]));
  await writeFile(join(folder, `${key.id}.key.json`), JSON.stringify({ version: 1, id: key.id, algorithm, private: sealed }));
  return { keyring, key };
}

type KeyMade = Awaited<ReturnType<typeof describeKey>>;
