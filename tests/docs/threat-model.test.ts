import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../mutants/table/index.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Not there yet: the service sends no webhooks. */
const LATER = ['T25'];
const IDS = Array.from({ length: 26 }, (_, at) => `T${at + 1}`);

/** The threats of the page, and the files that its last column names. */
const rows = read('docs/threat-model.md')
  .split('\n')
  .flatMap((line) => {
    const [, id, , , proved = ''] = line.split('|').map((cell) => cell.trim());
    return /^T\d+$/.test(id ?? '') ? [{ id: id ?? '', tests: [...proved.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) }] : [];
  });

/** Lines of a test file that are a comment or begin a test. */
function saidIn(file: string): string {
  const lines = read(file).split('\n');
  return lines.filter((line) => /^\s*(?:\/\/|\/?\*|(?:it|describe)\b)/.test(line)).join('\n');
}

describe('the threat model', () => {
  it('has a row for each threat', () => {
    expect(rows.map(({ id }) => id)).toEqual(IDS);
  });

  it.each(rows.filter(({ id }) => !LATER.includes(id)))(
    'names tests for $id: they exist, are tests, and say that they are about it',
    ({ id, tests }) => {
      expect(tests.length).toBeGreaterThan(0);
      for (const file of tests) {
        expect(file).toMatch(/^(?:packages|apps|tests)\/[\w./-]+\.test\.ts$/);
        expect(existsSync(join(root, file)), file).toBe(true);
        expect(saidIn(file), file).toMatch(new RegExp(`\\b${id}\\b`));
      }
    },
  );

  it('has a mutant for each threat that something stands against', () => {
    const killed = new Set(MUTANTS.flatMap(({ threats }) => threats));
    expect(IDS.filter((id) => !killed.has(id))).toEqual(LATER);
  });
});
