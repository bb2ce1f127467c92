import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

// T22: patterns whose time grows with the square of the text.

const SCRIPT = fileURLToPath(new URL('../../scripts/patterns.mjs', import.meta.url));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'proofmark-patterns-'));
  await Promise.all(['packages/a/src', 'apps/b/src'].map((folder) => mkdir(join(root, folder), { recursive: true })));
});
afterEach(() => rm(root, { recursive: true }));

/** What the script says of a tree with one file. */
async function verdictOn(line: string, path = 'packages/a/src/planted.ts'): Promise<{ readonly code: number; readonly says: string }> {
  await writeFile(join(root, path), `// a comment\n${line}\n`);
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, root], (error, _, says) => resolve({ code: error === null ? 0 : 1, says }));
  });
}

it.each([
  "text.replace(/=+$/, '');",
  String.raw`const address = /[^\s"'<>()=:,;]+@[^\s"'<>(),;]+/g;`,
  'const exponential: RegExp = /^(a+)+$/;',
  String.raw`class A { readonly #trailing = /\s+$/; }`,
  "const tag = (xml: string) => xml.replace(/<[^>]*>/g, '');",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of a source
  'const made = new RegExp(`^${part}+$`);',
])('refuses a pattern whose time grows with the square of the text, or that is put together: %s', async (line) => {
  const { code, says } = await verdictOn(line);
  expect([code, says]).toEqual([1, expect.stringMatching(/^packages\/a\/src\/planted\.ts:2 /)]);
});

it.each([
  "text.replace(/={1,2}$/, '');",
  String.raw`const address = /^[^\s@]{1,64}@[^\s@]{1,255}$/;`,
  '// replace(/=+$/)',
  "const text = '/=+$/';",
])('lets linear patterns pass, and what is no pattern: %s', async (line) => {
  expect(await verdictOn(line, 'apps/b/src/planted.ts')).toEqual({ code: 0, says: '' });
});

it('leaves tests alone', async () => {
  expect((await verdictOn('const evil = /(a+)+$/;', 'apps/b/src/a.test.ts')).code).toBe(0);
});
