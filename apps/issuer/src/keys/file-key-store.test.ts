import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeCrypto } from '@proofmark/platform/node';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileKeys } from './file-key-store.js';
import { describeKeyStore } from './key-store-contract.fixture.js';
import { memoryKeyStore } from './memory-key-store.fixture.js';

// T20: keys at rest.

const root = await mkdtemp(join(tmpdir(), 'proofmark-keys-'));
afterAll(() => rm(root, { recursive: true }));
let folders = 0;
const newFolder = (): string => {
  folders += 1;
  return join(root, `keys-${folders}`);
};
const PASSPHRASE = 'correct horse battery staple';
const openStore = (folder: string, passphrase: string) => openFileKeys(folder, passphrase, 1024);

describeKeyStore('encrypted files', async () => (await openStore(newFolder(), PASSPHRASE)).keys);
describeKeyStore('memory', async () => memoryKeyStore());

describe('encrypted key files', () => {
  it('hold their keys and the pepper over a restart', async () => {
    const folder = newFolder();
    const store = await openStore(folder, PASSPHRASE);
    const { id, publicJwk } = await store.keys.create('Ed25519');
    const reopened = await openStore(folder, PASSPHRASE);
    const data = new Uint8Array([1, 2, 3]);
    const signature = (await (await reopened.keys.signer(id))?.sign(data)) ?? data;
    expect(nodeCrypto().verify({ algorithm: 'Ed25519', jwk: publicJwk }, data, signature)).toBe(true);
    expect(reopened.pepper).toEqual(store.pepper);
    expect(store.pepper).toHaveLength(32);
  });

  it('are the same for two services that open the folder at the same time', async () => {
    const folder = newFolder();
    const [one, two] = await Promise.all([openStore(folder, PASSPHRASE), openStore(folder, PASSPHRASE)]);
    const { id } = await one.keys.create('ES256');
    expect((await two.keys.signer(id))?.algorithm).toBe('ES256');
    expect(two.pepper).toEqual(one.pepper);
  });

  it('are guarded by a costly derivation', async () => {
    const folder = newFolder();
    await openFileKeys(folder, PASSPHRASE);
    const { scrypt } = JSON.parse(await readFile(join(folder, 'keyring.json'), 'utf8'));
    expect(scrypt).toMatchObject({ N: 131_072, r: 8, p: 1 });
  });

  it('can be read by their owner alone, and leave no draft', async () => {
    const folder = newFolder();
    const { keys } = await openStore(folder, PASSPHRASE);
    const { id } = await keys.create('Ed25519');
    await keys.keep(id);
    const names = (await readdir(folder)).sort();
    expect(names).toEqual([`${id}.key.json`, 'keyring.json'].sort());
    const modes = await Promise.all(['.', ...names].map(async (name) => (await stat(join(folder, name))).mode & 0o077));
    expect(modes).toEqual([0, 0, 0]);
  });

  it('leave nothing behind when they are destroyed', async () => {
    const folder = newFolder();
    const { keys } = await openStore(folder, PASSPHRASE);
    const { id } = await keys.create('Ed25519');
    await keys.destroy(id);
    expect(await readdir(folder)).toEqual(['keyring.json']);
    expect(await (await openStore(folder, PASSPHRASE)).keys.signer(id)).toBeNull();
  });

  it('lose the drafts of killed processes at the next start, and not those that are being written', async () => {
    const folder = newFolder();
    await openStore(folder, PASSPHRASE);
    for (const name of ['old', 'fresh']) await writeFile(join(folder, `${name}.key.json.0123456789ab.draft`), '{');
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(folder, 'old.key.json.0123456789ab.draft'), hourAgo, hourAgo);
    await openStore(folder, PASSPHRASE);
    expect((await readdir(folder)).sort()).toEqual(['fresh.key.json.0123456789ab.draft', 'keyring.json']);
  });

  it('open with a passphrase typed in another normal form', async () => {
    const folder = newFolder();
    await openStore(folder, 'schl\u00fcssel');
    await expect(openStore(folder, 'schlu\u0308ssel')).resolves.toBeDefined();
  });
});

describe('a start with unusable key files', () => {
  it('says that the passphrase is wrong, without repeating it', async () => {
    const folder = newFolder();
    await openStore(folder, PASSPHRASE);
    const message = expect.not.stringContaining('another');
    await expect(openStore(folder, 'another')).rejects.toMatchObject({ code: 'passphrase-wrong', message });
  });

  it.each([0, 20, 200])('says that the keyring is damaged when only %d bytes of it are left', async (length) => {
    const folder = newFolder();
    await openStore(folder, PASSPHRASE);
    await truncate(join(folder, 'keyring.json'), length);
    await expect(openStore(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'keys-damaged' });
  });

  it('never makes a new keyring beside keys of a lost one', async () => {
    const folder = newFolder();
    await (await openStore(folder, PASSPHRASE)).keys.create('Ed25519');
    await rm(join(folder, 'keyring.json'));
    await expect(openStore(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'keys-damaged' });
  });
});

describe('one unusable key file', () => {
  async function withOneKey(): Promise<{ folder: string; id: string; path: string }> {
    const folder = newFolder();
    const { id } = await (await openStore(folder, PASSPHRASE)).keys.create('Ed25519');
    return { folder, id, path: join(folder, `${id}.key.json`) };
  }

  it.each([0, 100])('is reported when it was cut off after %d bytes', async (length) => {
    const { folder, id, path } = await withOneKey();
    await truncate(path, length);
    const store = await openStore(folder, PASSPHRASE);
    await expect(store.keys.signer(id)).rejects.toMatchObject({ code: 'key-damaged', message: expect.stringContaining(path) });
  });

  it('is reported when one letter of it was changed', async () => {
    const { folder, id, path } = await withOneKey();
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace(/"ciphertext": "(.)/, (_, letter) => `"ciphertext": "${letter === 'A' ? 'B' : 'A'}`),
    );
    await expect((await openStore(folder, PASSPHRASE)).keys.signer(id)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  it('is reported when it was put in the place of another', async () => {
    const { folder, id, path } = await withOneKey();
    const second = await (await openStore(folder, PASSPHRASE)).keys.create('Ed25519');
    await copyFile(join(folder, `${second.id}.key.json`), path);
    await expect((await openStore(folder, PASSPHRASE)).keys.signer(id)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  it('is no signer when it was lost', async () => {
    const { folder, id, path } = await withOneKey();
    await rm(path);
    expect(await (await openStore(folder, PASSPHRASE)).keys.signer(id)).toBeNull();
  });
});
