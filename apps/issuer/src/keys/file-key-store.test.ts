import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeCrypto } from '@proofmark/hosts/node';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileKeyStore } from './file-key-store.js';
import { describeKeyStore } from './key-store-contract.fixture.js';
import { memoryKeyStore } from './memory-key-store.fixture.js';

const root = await mkdtemp(join(tmpdir(), 'proofmark-keys-'));
afterAll(() => rm(root, { recursive: true }));
let folders = 0;
const newFolder = (): string => {
  folders += 1;
  return join(root, `keys-${folders}`);
};
const ISSUER = '0198c0de-0000-7000-8000-00000000000a';
const PASSPHRASE = 'correct horse battery staple';
const openStore = (folder: string, passphrase: string) => openFileKeyStore(folder, passphrase, 1024);

describeKeyStore('encrypted files', () => openStore(newFolder(), PASSPHRASE));
describeKeyStore('memory', async () => memoryKeyStore());

describe('encrypted key files', () => {
  it('hold their keys and the pepper over a restart', async () => {
    const folder = newFolder();
    const store = await openStore(folder, PASSPHRASE);
    const { id, publicKey } = await store.create(ISSUER, 'Ed25519');
    const reopened = await openStore(folder, PASSPHRASE);
    const data = new Uint8Array([1, 2, 3]);
    const signature = await (await reopened.signer(ISSUER, id)).sign(data);
    expect(nodeCrypto().crypto.verify(publicKey, data, signature)).toBe(true);
    expect(await reopened.pepper()).toEqual(await store.pepper());
  });

  it('are the same for two services that open the folder at the same time', async () => {
    const folder = newFolder();
    const [one, two] = await Promise.all([openStore(folder, PASSPHRASE), openStore(folder, PASSPHRASE)]);
    const { id } = await one.create(ISSUER, 'ES256');
    expect((await two.signer(ISSUER, id)).algorithm).toBe('ES256');
    expect(await two.pepper()).toEqual(await one.pepper());
  });

  it('are guarded by a costly derivation', async () => {
    const folder = newFolder();
    await openFileKeyStore(folder, PASSPHRASE);
    const { scrypt } = JSON.parse(await readFile(join(folder, 'keyring.json'), 'utf8'));
    expect(scrypt).toMatchObject({ N: 131_072, r: 8, p: 1 });
  });

  it('can be read by their owner alone, and leave no draft', async () => {
    const folder = newFolder();
    const { id } = await (await openStore(folder, PASSPHRASE)).create(ISSUER, 'Ed25519');
    const names = (await readdir(folder, { recursive: true })).sort();
    expect(names).toEqual([ISSUER, join(ISSUER, `${id}.key.json`), 'keyring.json'].sort());
    const modes = await Promise.all(['.', ...names].map(async (name) => (await stat(join(folder, name))).mode & 0o077));
    expect(modes).toEqual([0, 0, 0, 0]);
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
    await (await openStore(folder, PASSPHRASE)).create(ISSUER, 'Ed25519');
    await rm(join(folder, 'keyring.json'));
    await expect(openStore(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'keys-damaged' });
  });
});

describe('one unusable key file', () => {
  async function withOneKey(): Promise<{ folder: string; id: string; path: string }> {
    const folder = newFolder();
    const { id } = await (await openStore(folder, PASSPHRASE)).create(ISSUER, 'Ed25519');
    return { folder, id, path: join(folder, ISSUER, `${id}.key.json`) };
  }

  it.each([0, 100])('is reported when it was cut off after %d bytes', async (length) => {
    const { folder, id, path } = await withOneKey();
    await truncate(path, length);
    const store = await openStore(folder, PASSPHRASE);
    await expect(store.signer(ISSUER, id)).rejects.toMatchObject({ code: 'key-damaged', message: expect.stringContaining(path) });
  });

  it('is reported when one letter of it was changed', async () => {
    const { folder, id, path } = await withOneKey();
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace(/"ciphertext": "(.)/, (_, letter) => `"ciphertext": "${letter === 'A' ? 'B' : 'A'}`),
    );
    await expect((await openStore(folder, PASSPHRASE)).signer(ISSUER, id)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  it('is reported when it was put in the place of another, of this issuer or the next', async () => {
    const { folder, id, path } = await withOneKey();
    const store = await openStore(folder, PASSPHRASE);
    const second = await store.create(ISSUER, 'Ed25519');
    const foreign = '0198c0de-0000-7000-8000-00000000000b';
    await mkdir(join(folder, foreign));
    await copyFile(path, join(folder, foreign, `${id}.key.json`));
    await copyFile(join(folder, ISSUER, `${second.id}.key.json`), path);
    const reopened = await openStore(folder, PASSPHRASE);
    await expect(reopened.signer(ISSUER, id)).rejects.toMatchObject({ code: 'key-damaged' });
    await expect(reopened.signer(foreign, id)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  it('is reported when it was lost', async () => {
    const { folder, id, path } = await withOneKey();
    await rm(path);
    await expect((await openStore(folder, PASSPHRASE)).signer(ISSUER, id)).rejects.toMatchObject({ code: 'key-missing' });
  });
});
