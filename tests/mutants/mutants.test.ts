import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutate } from './apply.mjs';
import { MUTANTS } from './table/index.mjs';
import { openWorkshop, type Workshop } from './workshop.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the table of mutants', () => {
  it('names each once, with a sentence, and more than forty', () => {
    expect(MUTANTS.length).toBeGreaterThan(41);
    expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
    for (const { defence, threats } of MUTANTS)
      expect([defence.length > 20, threats.every((id) => /^T\d+$/.test(id))]).toEqual([true, true]);
  });

  it.each(MUTANTS)('is not stale: $id', (mutant) => {
    expect(mutate(readFileSync(join(root, mutant.file), 'utf8'), mutant)).toContain(mutant.replace);
    expect(mutant.tests.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('a mutation', () => {
  const mutant = { id: 'x', file: 'a.ts', find: 'a + b', replace: '$&' };

  it('replaces a text that stands once, as it is written', () => {
    expect(mutate('return a + b;', mutant)).toBe('return $&;');
  });

  it.each(['return a - b;', 'return a + b + a + b;'])('is refused in %j, since the table is stale', (text) => {
    expect(() => mutate(text, mutant)).toThrow(/stale: the text of "x" is found [02] times in a\.ts/);
  });

  it('is refused when it changes nothing', () => {
    expect(() => mutate('a + b', { ...mutant, replace: 'a + b' })).toThrow('changes nothing');
  });
});

describe('a workshop', () => {
  let original: string;
  let workshop: Workshop;
  beforeAll(async () => {
    original = await mkdtemp(join(tmpdir(), 'proofmark-original-'));
    await mkdir(join(original, 'node_modules'));
    await mkdir(join(original, '.git'));
    await symlink(join(root, 'node_modules', 'vitest'), join(original, 'node_modules', 'vitest'));
    await writeFile(join(original, 'vitest.config.mjs'), 'export default { test: { testTimeout: 60_000 } };');
    await writeFile(join(original, 'sum.mjs'), 'export const sum = (a, b) => a + b;');
    const test = "import { expect, it } from 'vitest';\nimport { sum } from './sum.mjs';\nit('adds', () => expect(sum(1, 2)).toBe(3));";
    await writeFile(join(original, 'sum.test.mjs'), test);
    workshop = openWorkshop(original);
  });
  afterAll(async () => {
    workshop.close();
    await rm(original, { recursive: true });
  });
  const outcomeOf = async (source: string, timeout = 60_000) => {
    workshop.write('sum.mjs', source);
    return workshop.test(['sum.test.mjs'], timeout);
  };

  it('tells tests that pass, that fail and that hang from those that could not begin', async () => {
    expect(await workshop.test(['sum.test.mjs'], 60_000)).toEqual({ kind: 'passed' });
    expect(await outcomeOf('export const sum = (a, b) => a - b;')).toEqual({ kind: 'failed', test: 'sum.test.mjs: adds' });
    expect(await outcomeOf('export const sum = () => { for (;;); };', 5_000)).toEqual({ kind: 'hung' });
    // A mutation that does not load proves nothing.
    expect(await outcomeOf('export const sum = ')).toMatchObject({ kind: 'broken' });
    expect(await outcomeOf('export const other = 1;')).toMatchObject({ kind: 'failed' });
  }, 120_000);

  it('leaves the original as it is, and copies no history', () => {
    expect(readFileSync(join(original, 'sum.mjs'), 'utf8')).toContain('a + b');
    expect(existsSync(join(workshop.folder, '.git'))).toBe(false);
  });
});
