import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodePorts } from '@proofmark/hosts/node';
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
const PASSPHRASE = 'correct horse battery staple';
const openStore = (folder: string, passphrase: string) => openFileKeyStore(folder, passphrase, 1024);

describeKeyStore('encrypted files', () => openStore(newFolder(), PASSPHRASE));
describeKeyStore('memory', async () => memoryKeyStore());

describe('encrypted key files', () => {
  it('hold their keys over a restart', async () => {
    const folder = newFolder();
    const key = await (await openStore(folder, PASSPHRASE)).create('Ed25519');
    const reopened = await openStore(folder, PASSPHRASE);
    expect(await reopened.list()).toEqual([key]);
    const data = new Uint8Array([1, 2, 3]);
    const signature = await (await reopened.signer(key.id))!.sign(data);
    expect(nodePorts().crypto.verify({ algorithm: 'Ed25519', jwk: key.publicJwk }, data, signature)).toBe(true);
  });

  it('are the same for two services that open the folder at the same time', async () => {
    const folder = newFolder();
    const [one, two] = await Promise.all([openStore(folder, PASSPHRASE), openStore(folder, PASSPHRASE)]);
    const key = await one.create('ES256');
    expect((await two.signer(key.id))?.algorithm).toBe('ES256');
  });

  it('are guarded by a costly derivation', async () => {
    const folder = newFolder();
    await openFileKeyStore(folder, PASSPHRASE);
    const { scrypt } = JSON.parse(await readFile(join(folder, 'keyring.json'), 'utf8'));
    expect(scrypt).toMatchObject({ N: 131_072, r: 8, p: 1 });
  });

  it('can be read by their owner alone, and leave no draft', async () => {
    const folder = newFolder();
    const store = await openStore(folder, PASSPHRASE);
    const { id } = await store.create('Ed25519');
    expect((await readdir(folder)).sort()).toEqual([`${id}.key.json`, 'keyring.json'].sort());
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('open with a passphrase typed in another normal form', async () => {
    const folder = newFolder();
    await openStore(folder, 'schl\u00fcssel');
    await expect(openStore(folder, 'schlu\u0308ssel')).resolves.toBeDefined();
  });
});

describe('a start with unusable key files', () => {
  it('says that the passphrase is wrong', async () => {
    const folder = newFolder();
    await openStore(folder, PASSPHRASE);
    await expect(openStore(folder, 'another')).rejects.toMatchObject({
      code: 'passphrase-wrong',
      message: expect.not.stringContaining('another'),
    });
  });

  it.each([0, 20, 200])('says that the keyring is damaged when only %d bytes of it are left', async (length) => {
    const folder = newFolder();
    await openStore(folder, PASSPHRASE);
    await truncate(join(folder, 'keyring.json'), length);
    await expect(openStore(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'keys-damaged' });
  });

  it('never makes a new keyring beside keys of a lost one', async () => {
    const folder = newFolder();
    await (await openStore(folder, PASSPHRASE)).create('Ed25519');
    await rm(join(folder, 'keyring.json'));
    await expect(openStore(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'keys-damaged' });
  });
});

describe('one unusable key file', () => {
  async function withOneKey(): Promise<{ folder: string; id: string; path: string }> {
    const folder = newFolder();
    const { id } = await (await openStore(folder, PASSPHRASE)).create('Ed25519');
    return { folder, id, path: join(folder, `${id}.key.json`) };
  }

  it('is reported when it was cut off', async () => {
    const { folder, id, path } = await withOneKey();
    await truncate(path, 100);
    const store = await openStore(folder, PASSPHRASE);
    await expect(store.signer(id)).rejects.toMatchObject({ code: 'key-damaged', message: expect.stringContaining(path) });
  });

  it('is reported when its public half was exchanged', async () => {
    const { folder, id, path } = await withOneKey();
    const other = await withOneKey();
    const file = JSON.parse(await readFile(path, 'utf8'));
    file.publicJwk = JSON.parse(await readFile(other.path, 'utf8')).publicJwk;
    await writeFile(path, JSON.stringify(file));
    await expect((await openStore(folder, PASSPHRASE)).signer(id)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  it('is reported when it was put in the place of another', async () => {
    const { folder, id, path } = await withOneKey();
    const store = await openStore(folder, PASSPHRASE);
    const second = await store.create('Ed25519');
    await writeFile(path, await readFile(join(folder, `${second.id}.key.json`)));
    await expect((await openStore(folder, PASSPHRASE)).signer(id)).rejects.toMatchObject({ code: 'key-damaged' });
  });

  it('is null when it was lost', async () => {
    const { folder, id, path } = await withOneKey();
    await rm(path);
    expect(await (await openStore(folder, PASSPHRASE)).signer(id)).toBeNull();
  });
});
