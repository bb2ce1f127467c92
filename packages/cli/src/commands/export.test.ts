import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
const file = await scratch();

function service(answer: (path: string) => Response): string[] {
  const asked: string[] = [];
  vi.stubEnv('PROOFMARK_API_KEY', 'pm_live_x');
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(`${url.pathname}${url.search}`);
    return answer(url.pathname);
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const issuers = (...ids: readonly string[]) => Response.json({ data: ids.map((id) => ({ id })), next: null });
const broken = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([80]));
        controller.error(new Error('cut'));
      },
    }),
  );

describe('proofmark export', () => {
  it('writes what the service sends to a file that others cannot read, for the issuer of the key', async () => {
    const asked = service((path) => (path === '/v1/issuers' ? issuers(ID) : new Response('PK…')));
    const out = await file('all.zip', '');
    expect(await run('export', '--out', `${out}2`)).toMatchObject({ code: 0, out: expect.stringContaining(`${out}2`) });
    expect(readFileSync(`${out}2`, 'utf8')).toBe('PK…');
    expect(asked).toEqual(['/v1/issuers', `/v1/issuers/${ID}/export?format=zip`]);
    expect(existsSync(`${out}2.part`)).toBe(false);
  });

  it('writes all that is kept of a person', async () => {
    const asked = service(() => Response.json({ recipient: { id: ID } }));
    const out = `${await file('person', '')}.json`;
    expect((await run('export', '--recipient', ID, '--out', out)).code).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({ recipient: { id: ID } });
    expect(asked).toEqual([`/v1/recipients/${ID}/export`]);
  });

  it('leaves no file behind when it breaks off', async () => {
    service((path) => (path === '/v1/issuers' ? issuers(ID) : broken()));
    const out = `${await file('broken', '')}.zip`;
    expect(await run('export', '--out', out)).toMatchObject({ code: 64, err: expect.stringContaining('broke off') });
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });

  it('wants to know which issuer an admin key means', async () => {
    service(() => issuers(ID, `${ID.slice(0, -1)}2`));
    expect(await run('export', '--out', 'nowhere.zip')).toMatchObject({ code: 64, err: expect.stringContaining('--issuer') });
    expect((await run('export')).code).toBe(64);
    expect((await run('export', '--out', 'x', '--format', 'pdf')).code).toBe(64);
  });
});
