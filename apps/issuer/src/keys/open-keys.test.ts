import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { allPages } from '../issuing/issuing.fixture.js';
import { proveKeys } from '../issuing/signing-keys/prove-keys.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { postgresStore } from '../store/postgres-store.js';
import { copyEarlierFiles, EARLIER, restoreEarlier, writeEarlierKey } from './earlier-version.fixture.js';
import { saveTestKeyring, TEST_N } from './keyring.fixture.js';
import { openKeys } from './open-keys.js';

// T20: keys at rest, and the keys of an earlier version.

const root = await mkdtemp(join(tmpdir(), 'proofmark-open-keys-'));
const databases: TestDatabase[] = [];
afterAll(async () => {
  for (const database of databases) await database.close();
  await rm(root, { recursive: true });
});

let database: TestDatabase;
let store: ReturnType<typeof postgresStore>;
let count = 0;
beforeEach(async () => {
  database = await createTestDatabase();
  databases.push(database);
  store = postgresStore(database.pool);
});

async function newDataDir(): Promise<string> {
  count += 1;
  const folder = join(root, `data-${count}`);
  await mkdir(folder);
  return folder;
}
const PASSPHRASE = 'correct horse battery staple';
const now = (): Date => new Date();
const open = (dataDir: string, passphrase: string | null = PASSPHRASE) => openKeys({ store, dataDir, passphrase, now, scryptN: TEST_N });
const openNew = async (passphrase: string | null = PASSPHRASE) => open(await newDataDir(), passphrase);
const rows = async (table: string): Promise<number> => (await database.pool.query(`SELECT FROM ${table}`)).rowCount ?? 0;
const code = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'opened',
    (error) => error.code,
  );

describe('a database without keys', () => {
  it('gets one keyring, which every process with the passphrase opens', async () => {
    const opened = await Promise.all([openNew(), openNew(), openNew()]);
    expect(await rows('keyring')).toBe(1);
    const later = await openNew();
    for (const { pepper, checks } of opened) expect([pepper, checks]).toEqual([later.pepper, later.checks]);
    expect(later.pepper).toHaveLength(32);
  });

  it('gets a passphrase of its own where none was given, kept by the one that was first', async () => {
    const [one, other] = [await newDataDir(), await newDataDir()];
    const { kept } = await open(one, null);
    expect(kept).toEqual({ path: join(one, 'key-passphrase'), made: true });
    expect((await stat(join(one, 'key-passphrase'))).mode & 0o077).toBe(0);
    expect((await open(one, null)).kept?.made).toBe(false);
    expect(await code(open(other, null))).toBe('passphrase-missing');
    expect(await readdir(other)).toEqual([]);
  });

  it('is guarded by a costly derivation', async () => {
    await openKeys({ store, dataDir: await newDataDir(), passphrase: PASSPHRASE, now });
    expect((await store.keyring.read())?.scrypt).toMatchObject({ N: 131_072, r: 8, p: 1 });
  });

  it('opens with a passphrase typed in another normal form', async () => {
    await openNew('schl\u00fcssel');
    await openNew('schlu\u0308ssel');
  });
});

describe('a database with a keyring', () => {
  it('is refused with another passphrase, which the sentence does not repeat, and nothing is written', async () => {
    await openNew();
    const before = await store.keyring.read();
    const dataDir = await newDataDir();
    const message = expect.not.stringContaining('another secret');
    await expect(open(dataDir, 'another secret')).rejects.toMatchObject({ name: 'StartupError', code: 'passphrase-wrong', message });
    expect(await store.keyring.read()).toEqual(before);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each([
    ['the sealed secrets', "secrets = '{}'", 'keys-damaged'],
    ['the cost', `scrypt = scrypt || '{"N": 1073741824}'`, 'keys-damaged'],
    ['the salt', `scrypt = scrypt || '{"salt": "AAAA"}'`, 'passphrase-wrong'],
    ['the check value of the key', `key_check = 'x'`, 'keyring-mismatch'],
    ['the check value of the pepper', `pepper_check = 'x'`, 'keyring-mismatch'],
  ])('is refused when %s was changed', async (_, change, expected) => {
    await openNew();
    await database.pool.query(`UPDATE keyring SET ${change}`);
    expect(await code(openNew())).toBe(expected);
  });
});

describe('the files of an earlier version', () => {
  const active = async () => (await restoreEarlier(store)).keys.filter(({ retired }) => !retired).map(({ id }) => id);
  const sealed = async () => (await store.signingKeys.listSealed(null, 100)).map(({ id }) => id);
  const failing = async ({ keys }: { readonly keys: Parameters<typeof proveKeys>[0]['keys'] }) => allPages(proveKeys({ store, keys }));

  it('are brought into the database once, with the pepper, and every key signs in a process without them', async () => {
    const ids = await active();
    const dataDir = await newDataDir();
    const folder = await copyEarlierFiles(dataDir);
    const { imported, pepper } = await open(dataDir, EARLIER.passphrase);
    expect(imported.imported.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(imported).toMatchObject({ refused: [], left: [], otherPepper: false });
    expect(Buffer.from(pepper).toString('hex')).toBe(EARLIER.pepper);
    expect((await sealed()).sort()).toEqual([...ids].sort());

    const elsewhere = await openNew(EARLIER.passphrase);
    expect(elsewhere.pepper).toEqual(pepper);
    expect(await failing(elsewhere)).toEqual([]);
    expect((await open(dataDir, EARLIER.passphrase)).imported.imported).toEqual([]);
    expect(existsSync(join(folder, 'keyring.json'))).toBe(true);
  });

  it('stay as a backup with a note, but for those of retired keys', async () => {
    const { keys, orphan } = await restoreEarlier(store);
    const dataDir = await newDataDir();
    const folder = await copyEarlierFiles(dataDir);
    await open(dataDir, EARLIER.passphrase);
    const left = [...keys.filter(({ retired }) => !retired).map(({ id }) => id), orphan].map((id) => `${id}.key.json`);
    expect((await readdir(folder)).sort()).toEqual([...left, `${orphan}.new`, 'IMPORTED.txt', 'keyring.json'].sort());
    const note = await readFile(join(folder, 'IMPORTED.txt'), 'utf8');
    expect(note).toMatch(/sealed in the database on \d{4}-.*docs\/operating\.md/s);
    expect((await stat(join(folder, 'IMPORTED.txt'))).mode & 0o077).toBe(0);
  });

  it('lose the file of a key that is destroyed afterwards', async () => {
    const [first = ''] = await active();
    const dataDir = await newDataDir();
    const folder = await copyEarlierFiles(dataDir);
    const { keys } = await open(dataDir, EARLIER.passphrase);
    const key = (await store.signingKeys.listServing(null, 10)).find(({ id }) => id === first)!;
    await keys.destroy(key);
    expect(existsSync(join(folder, `${first}.key.json`))).toBe(false);
    expect(await sealed()).not.toContain(first);
  });

  it('bring a key back that the database has lost', async () => {
    const [first = ''] = await active();
    const dataDir = await newDataDir();
    await copyEarlierFiles(dataDir);
    await open(dataDir, EARLIER.passphrase);
    await database.pool.query('DELETE FROM sealed_key WHERE id = $1', [first]);
    const again = await open(dataDir, EARLIER.passphrase);
    expect(again.imported.imported.map(({ id }) => id)).toEqual([first]);
    expect(await failing(again)).toEqual([]);
  });

  it('are opened by the passphrase that they were made with alone, and nothing is written with another', async () => {
    await active();
    const dataDir = await newDataDir();
    const folder = await copyEarlierFiles(dataDir);
    const before = await readdir(folder);
    expect(await code(open(dataDir, 'another'))).toBe('passphrase-wrong');
    expect([await rows('keyring'), await rows('sealed_key'), await readdir(folder)]).toEqual([0, 0, before]);
    expect(await code(open(dataDir, null))).toBe('passphrase-missing');
  });

  it('are asked for where the database has keys and a process does not have them, and nothing is written', async () => {
    await active();
    const dataDir = await newDataDir();
    await expect(open(dataDir, EARLIER.passphrase)).rejects.toMatchObject({ code: 'keys-not-imported', message: /DATA_DIR has them/ });
    expect(await rows('keyring')).toBe(0);
    await copyEarlierFiles(dataDir);
    expect((await open(dataDir, EARLIER.passphrase)).imported.imported).toHaveLength(4);
  });

  it.each(['cut off', 'that of another key', 'changed by a letter'])('are told of one by one when a file is %s', async (how) => {
    const [first = '', second = ''] = await active();
    const dataDir = await newDataDir();
    const path = join(await copyEarlierFiles(dataDir), `${first}.key.json`);
    if (how === 'cut off') await truncate(path, 100);
    else if (how === 'that of another key') await copyFile(path.replace(first, second), path);
    else {
      const text = await readFile(path, 'utf8');
      await writeFile(
        path,
        text.replace(/"ciphertext": "(.)/, (_, letter) => `"ciphertext": "${letter === 'A' ? 'B' : 'A'}`),
      );
    }
    const opened = await open(dataDir, EARLIER.passphrase);
    expect(opened.imported.refused.map(({ id }) => id)).toEqual([first]);
    expect(opened.imported.imported).toHaveLength(3);
    expect(await failing(opened)).toMatchObject([{ id: first, why: 'lost' }]);
  });

  it('give no key whose public half is not the one that is published', async () => {
    const [first = ''] = await active();
    await database.pool.query(`UPDATE signing_key SET public_jwk = public_jwk || '{"x": "AAAA"}' WHERE id = $1`, [first]);
    const dataDir = await newDataDir();
    await copyEarlierFiles(dataDir);
    expect((await open(dataDir, EARLIER.passphrase)).imported.refused.map(({ id }) => id)).toEqual([first]);
    expect(await sealed()).not.toContain(first);
  });

  it.each([0, 20, 200])('stop the start when only %d bytes of their keyring are left', async (length) => {
    await active();
    const dataDir = await newDataDir();
    await truncate(join(await copyEarlierFiles(dataDir), 'keyring.json'), length);
    expect(await code(open(dataDir, EARLIER.passphrase))).toBe('keys-damaged');
    expect(await rows('keyring')).toBe(0);
  });

  it('stop the start when their keyring is missing beside them', async () => {
    await active();
    const dataDir = await newDataDir();
    await rm(join(await copyEarlierFiles(dataDir), 'keyring.json'));
    expect(await code(open(dataDir, EARLIER.passphrase))).toBe('keys-damaged');
  });

  it.each([EARLIER.passphrase, 'another'])('stop the start when they belong to another database (passphrase: %s)', async (passphrase) => {
    await saveTestKeyring(store, passphrase);
    const dataDir = await newDataDir();
    await copyEarlierFiles(dataDir);
    await expect(open(dataDir, passphrase)).rejects.toMatchObject({ code: 'keyring-mismatch', message: /set DATA_DIR or DATABASE_URL/ });
    expect(await rows('sealed_key')).toBe(0);
  });

  it('need no passphrase of their own once their keyring is in the database, under whatever passphrase', async () => {
    const [first = ''] = await active();
    const dataDir = await newDataDir();
    await copyEarlierFiles(dataDir);
    await open(dataDir, EARLIER.passphrase);
    await database.pool.query('UPDATE keyring SET scrypt = $1, secrets = $2', await resealed('new passphrase'));
    expect((await open(dataDir, 'new passphrase')).imported).toMatchObject({ imported: [], refused: [] });
    await database.pool.query('DELETE FROM sealed_key WHERE id = $1', [first]);
    expect((await open(dataDir, 'new passphrase')).imported).toMatchObject({ imported: [{ id: first }], refused: [] });
  });

  it('of two processes with folders of their own are taken from both', async () => {
    await active();
    const [one, two] = [await newDataDir(), await newDataDir()];
    await copyEarlierFiles(one);
    await mkdir(join(two, 'keys'));
    const { key } = await writeEarlierKey(join(two, 'keys'), EARLIER.passphrase);
    const [{ issuerId } = { issuerId: '' }] = await store.signingKeys.listServing(null, 1);
    const issuer = (await store.issuers.find(issuerId))!;
    await database.pool.query("UPDATE signing_key SET retired_at = now() WHERE issuer_id = $1 AND algorithm = 'Ed25519'", [issuerId]);
    const row = {
      usedAt: null,
      revokedAt: null,
      revocationReason: null,
      keptIn: 'database',
      purpose: 'assertion',
      retiredAt: null,
      createdAt: now(),
    } as const;
    const added = { ...row, ...key, issuerId, algorithm: 'Ed25519', verificationMethod: `${issuer.did}#${key.id}` } as const;
    await store.transaction((tx) => tx.signingKeys.insert(added, null));
    const first = await open(one, EARLIER.passphrase);
    expect(await failing(first)).toMatchObject([{ id: key.id, why: 'lost' }]);
    const second = await open(two, EARLIER.passphrase);
    expect(second.imported).toMatchObject({ imported: [{ issuerId, id: key.id }], otherPepper: true });
    expect(second.pepper).toEqual(first.pepper);
    expect(await failing(second)).toEqual([]);
  });

  async function resealed(passphrase: string): Promise<string[]> {
    const { openKeyring, readSealedKeyring, sealKeyring } = await import('./keyring.js');
    const keyring = await openKeyring(readSealedKeyring((await store.keyring.read())!)!, EARLIER.passphrase);
    const { scrypt, secrets } = await sealKeyring(keyring!, passphrase, TEST_N);
    return [JSON.stringify(scrypt), JSON.stringify(secrets)];
  }
});
