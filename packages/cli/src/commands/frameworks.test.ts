import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../cli.fixture.js';

const FRAMEWORK = {
  ...{ id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01', issuerId: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e02', name: 'Skills\u001b[31m' },
  ...{ url: null, format: 'csv', skills: 2, skipped: 1, createdAt: '2026-11-29T09:00:00.000Z', updatedAt: '2026-11-29T09:00:00.000Z' },
};
const ALIGNMENT = {
  targetName: 'Use SQL databases',
  targetUrl: 'https://skills.example/sql',
  targetCode: 'D.3',
  targetFramework: 'Skills',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frameworks-'));
  await writeFile(join(folder, 'skills.csv'), 'name,url\nSing,https://skills.example/sing\n');
  await writeFile(join(folder, 'case.json'), '{}');
  await writeFile(join(folder, 'skills.xlsx'), 'PK');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** The service, as far as these commands know it: what was asked. */
function service(answer: object): string[] {
  const asked: string[] = [];
  vi.stubEnv('PROOFMARK_API_KEY', 'pm_live_x');
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    const type = new Headers(init.headers).get('content-type');
    asked.push(`${init.method} ${url.pathname}${url.search}${type === null ? '' : ` ${type}`}`);
    return Response.json(answer);
  });
  return asked;
}

describe('proofmark frameworks', () => {
  it('imports a file with its type and what is said of it, and prints no control characters', async () => {
    const asked = service(FRAMEWORK);
    const { code, out } = await run('frameworks', 'import', join(folder, 'skills.csv'), '--name', 'Skills', '--replace');
    expect([code, asked]).toEqual([0, ['POST /v1/skill-frameworks?name=Skills&replace=true text/csv']]);
    expect(out).toBe(`Imported: Skills\\u001b[31m (csv): 2 skills, 1 rows passed over  ${FRAMEWORK.id}\n`);
    await run('frameworks', 'import', join(folder, 'case.json'));
    expect(asked[1]).toBe('POST /v1/skill-frameworks application/json');
  });

  it('refuses files that are of neither kind, and says what to do', async () => {
    service(FRAMEWORK);
    const { code, err } = await run('frameworks', 'import', join(folder, 'skills.xlsx'));
    expect([code, err]).toEqual([64, expect.stringContaining('CSV UTF-8')]);
    expect((await run('frameworks', 'import', join(folder, 'none.csv'))).code).toBe(64);
  });

  it('finds skills, and prints alignments as an achievement takes them', async () => {
    const asked = service({ data: [{ frameworkId: FRAMEWORK.id, alignment: ALIGNMENT }] });
    expect((await run('frameworks', 'search', 'sql')).out).toBe('Use SQL databases (D.3)  Skills  https://skills.example/sql\n');
    expect(asked).toEqual(['GET /v1/skills?q=sql&limit=20']);
    expect(JSON.parse((await run('frameworks', 'search', 'sql', '--json')).out)).toEqual(ALIGNMENT);
    service({ data: [] });
    expect((await run('frameworks', 'search', 'sql')).out).toBe('No skills.\n');
  });
});
