import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/tokens.mjs', import.meta.url));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'proofmark-tokens-'));
  await Promise.all(['packages', 'apps'].map((folder) => mkdir(join(root, folder))));
});
afterEach(() => rm(root, { recursive: true }));

/** What the script says of a tree with one file. */
async function verdictOn(path: string, text: string): Promise<{ readonly code: number; readonly says: string }> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, root], (error, _, says) => resolve({ code: error === null ? 0 : 1, says }));
  });
}

it.each([
  ['colour', 'a { color: #fff; }'],
  ['colour', 'a { color: RGB(0 0 0 / 50%); }'],
  ['colour', 'a { border: var(--pm-stroke-1) solid red; }'],
  ['size', 'a { margin: 0 .5rem; }'],
  ['size', 'a { margin: -2px; }'],
  ['size', 'a { inline-size: calc(100% - 3em); }'],
  ['size', '@media (width < 33rem) { a { margin: 0; } }'],
])('refuses a %s in a style sheet: %s', async (what, css) => {
  const { code, says } = await verdictOn('apps/issuer/assets/pages/planted.css', `/* one */\n${css}\n`);
  expect(code).toBe(1);
  expect(says).toMatch(new RegExp(`^apps/issuer/assets/pages/planted\\.css:2 ${what}: `));
});

it.each([
  ['size', 'export const a = sheet(`\n  a { margin: 4px; }\n`);'],
  ['colour', 'const styles = css`\n  a { color: #123456; }\n`;'],
  ['size', 'const view = html`<p\n style="margin: 4px">`;'],
  ['colour', "const one = 1;\nconst fill = '#1f4b8f';"],
])('refuses a %s in the code of a face: %s', async (what, text) => {
  expect((await verdictOn('apps/verify/src/page/planted.ts', text)).says).toMatch(
    new RegExp(`^apps/verify/src/page/planted\\.ts:2 ${what}: `),
  );
});

it.each([
  'apps/verify/src/page/view/a.ts',
  'apps/verify/src/serve/a.ts',
  'apps/issuer/src/public/layout/a.ts',
  'apps/issuer/src/openapi/a.ts',
  'apps/issuer/src/images/a.ts',
  'apps/issuer/src/capturing/a.ts',
  'apps/console/src/a.ts',
  'apps/console/vite/a.ts',
  'packages/badge-element/src/view/a.ts',
  'packages/ui/src/elements/a.ts',
  'packages/ui/src/sheets/a.ts',
  'packages/ui/gallery/a.ts',
])('looks at every face, and at the shared elements themselves: %s', async (path) => {
  const { code, says } = await verdictOn(path, 'export const a = sheet(`\n a { color: #123; }\n`);');
  expect([code, says]).toEqual([1, expect.stringContaining(`${path}:2 colour`)]);
});

it.each(['apps/verify/index.html', 'apps/console/index.html', 'packages/ui/gallery/index.html'])('looks into a page: %s', async (path) => {
  const { says } = await verdictOn(path, '<html><style>\n a { margin: 4px; }\n</style>\n<p style="color: #123"></p></html>');
  expect(says).toMatch(/:2 size: 4px.*\n.*:4 colour: #123/);
});

it.each([
  ['packages/ui/src/tokens/colours.ts', "export const ink = '#18212b';"],
  ['apps/issuer/src/images/palette.ts', "export const ink = '#18212b';"],
  ['apps/issuer/src/images/badge-svg.ts', 'export const gold = `<path fill="#ffd83d"/>`;'],
  [
    'apps/issuer/assets/pages/a.css',
    '/* 4px, #fff */ a { margin: 0 var(--pm-space-s); color: CanvasText; inline-size: 100%; line-height: 1.5; opacity: 0.6; }',
  ],
  ['apps/issuer/assets/pages/a.css', '@media (width < 34rem) { .red { content: "4px"; grid-template-columns: 1fr; } }'],
  ['apps/verify/src/page/a.ts', "const hash = location.hash.replace('#url=', ''); const margin = '200px'; // #fff"],
])('lets a face use tokens, and what has no size: %s', async (path, text) => {
  expect(await verdictOn(path, text)).toEqual({ code: 0, says: '' });
});
