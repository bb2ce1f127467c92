import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Killable, startKillable } from './killable.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, lines = '']) => lines);
const commands = blocks.filter((lines) => lines.trim() !== 'npm start');

let service: Killable;
let database: TestDatabase;
let dataDir: string;
let script: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'proofmark-readme-'));
  const port = await freePort();
  service = await startKillable({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url });
  const [key = ''] = /pm_admin_[\w-]+/.exec(service.printed) ?? [];
  script = commands.join('\n').replaceAll('3000', String(port)).replace('pm_admin_…', key);
  // The settings of whoever runs the tests must not help.
  const { PROOFMARK_API: _, PROOFMARK_API_KEY: __, ...rest } = process.env;
  env = rest;
});
afterAll(async () => {
  await service.end();
  await database.close();
  await Promise.all(
    [dataDir, ...['badge.png', 'schools.txt'].map((name) => join(root, name))].map((path) => rm(path, { recursive: true, force: true })),
  );
});

/** Runs the commands of the README in a shell that stops at the first one that fails; answers what they print. */
async function run(): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script], { cwd: root, env });
  return stdout;
}

/** How many issuers, achievements and badges of Ada there are, counted by the service. */
async function counted(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*)::int FROM issuer WHERE slug = 'my-school') AS issuers,
            (SELECT count(*)::int FROM achievement a JOIN issuer i ON i.id = a.issuer_id WHERE i.slug = 'my-school') AS achievements`,
  );
  return rows[0];
}

describe('the commands of the README', () => {
  it('need Node, npm and curl, and no other program', () => {
    expect(commands.length).toBeGreaterThanOrEqual(4);
    const words = commands.join('\n').matchAll(/(?:^|\||&&|\$\()\s*([a-z][\w-]*)\b(?![="(])/gm);
    const programs = new Set([...words].map(([, word]) => word));
    expect([...programs].sort()).toEqual(['call', 'curl', 'echo', 'export', 'npm', 'pick']);
  });

  it('run as they stand, twice on the same service, and then find the same badge again', async () => {
    const first = await run();
    const [badge] = /http:\/\/localhost:\d+\/credentials\/[0-9a-f-]{36}/.exec(first) ?? ['none'];
    expect(first).toContain('Genuine, and the issuer is on your list');
    expect(first).toContain('Others can check the badges of this issuer.');
    expect(first).toMatch(/Endorsed by Grace Hopper: .*\nRenewed: [\s\S]*\nWithdrawn on [\s\S]*\nErased on /);
    const second = await run();
    expect(second.startsWith(`${badge}\n`)).toBe(true);
    expect(await counted()).toEqual({ issuers: 1, achievements: 1 });
  }, 400_000);
});
