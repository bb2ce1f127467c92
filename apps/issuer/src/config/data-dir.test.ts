import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDataDir } from './data-dir.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofmark-data-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('prepareDataDir', () => {
  it('makes the folder and its parents with access for the owner alone, and accepts an existing one', async () => {
    const path = join(folder, 'a', 'b');
    await prepareDataDir(path);
    await prepareDataDir(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('refuses a file where the folder should be', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(prepareDataDir(join(folder, 'file', 'x'))).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    await expect(prepareDataDir(join(folder, 'file'))).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  });

  it.runIf(process.platform === 'linux')('ends with a sentence where no folder can be made at all', async () => {
    await expect(prepareDataDir('/proc/proofmark/x')).rejects.toMatchObject({ message: expect.stringContaining('set DATA_DIR') });
  });
});
