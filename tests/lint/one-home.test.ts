import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/one-home.mjs', import.meta.url));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'proofmark-one-home-'));
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
  ['text', "const text = new TextDecoder('utf-8').decode(bytes);"],
  ['text', 'const bytes = new TextEncoder().encode(text);'],
  ['loopback', "if (url.hostname === 'localhost') return true;"],
  ['loopback', "return hostname.endsWith('.localhost');"],
  ['loopback', "const local = host.startsWith('127.');"],
  ['loopback', "const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];"],
  ['loopback', 'const local = /^(?:localhost|127\\.0\\.0\\.1)$/.test(hostname);'],
  ['base-n', "const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';"],
  ['base-n', "const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');"],
  ['base-n', 'const binary = atob(text);'],
  ['url', 'if (!URL.canParse(text)) return null;'],
  ['pool', 'await Promise.all(Array.from({ length: 4 }, worker));'],
])('refuses a second home of %s: %s', async (rule, line) => {
  const { code, says } = await verdictOn('apps/issuer/src/planted.ts', `// a comment\n${line}\n`);
  expect(code).toBe(1);
  expect(says).toMatch(new RegExp(`^apps/issuer/src/planted\\.ts:2 ${rule}: `));
});

it.each(['const now = Date.now();', 'const now = new Date();', 'const chance = Math.random();', 'const now = performance.now();'])(
  'refuses a clock or chance in the core: %s',
  async (line) => {
    expect((await verdictOn('packages/verifying/src/planted.ts', line)).says).toMatch(
      /^packages\/verifying\/src\/planted\.ts:1 clock-or-chance: /,
    );
  },
);

it.each([
  ['packages/primitives/src/bytes/text.ts', 'const decoder = new TextDecoder();'],
  ['packages/testkit/src/keys.ts', 'const decoder = new TextDecoder();'],
  ['packages/verifying/src/a.test.ts', 'const now = Date.now();'],
  ['packages/verifying/src/a.fixture.ts', 'const binary = atob(text);'],
  ['packages/verifying/src/a.ts', '/** { at: Date.now() } */\nconst at = new Date(policy.at);'],
  ['apps/issuer/src/a.ts', "const now = Date.now(); const url = 'http://localhost:3000'; const host = env.HOST ?? '127.0.0.1';"],
])('lets %s do what it may: %s', async (path, text) => {
  expect(await verdictOn(path, text)).toEqual({ code: 0, says: '' });
});
