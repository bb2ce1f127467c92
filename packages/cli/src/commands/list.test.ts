import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../cli.fixture.js';

const ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';

function badge(name: string | null, n = 1) {
  return {
    ...{ id: ID.replace(/1$/, String(n)), url: `https://badges.example/credentials/${ID}`, issuerId: ID, achievementId: ID },
    ...{ achievementName: 'Web API design', recipient: { id: ID, name, externalId: 'S-1815' }, state: 'current' },
    ...{ issuedAt: '2026-11-29T09:00:00.000Z', validFrom: '2026-11-29T09:00:00.000Z', validUntil: null },
  };
}

/** The service, as far as this command knows it: what was asked, and its pages. */
function service(...pages: object[]): { readonly url: string; readonly body: unknown }[] {
  const asked: { readonly url: string; readonly body: unknown }[] = [];
  vi.stubEnv('PROOFMARK_API_KEY', 'pm_live_x');
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push({ url: `${url.pathname}${url.search}`, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    return Response.json(pages[Math.min(asked.length, pages.length) - 1]);
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('proofmark list', () => {
  it('shows who has what as a table, the newest first, and no control characters', async () => {
    const asked = service({ data: [badge('Ada\u001b[31m'), badge(null, 2)], next: null });
    const { code, out, err } = await run('list', '--name', 'ada', '--state', 'current');
    expect([code, err]).toEqual([0, '']);
    expect(asked[0]?.url).toBe('/v1/credentials?q=ada&state=current&order=newest&limit=50');
    const [head, first, second] = out.split('\n');
    expect(head).toMatch(/^Recipient +Achievement +State +Issued +Until +Id$/);
    expect(first).toMatch(/^Ada\\u001b\[31m +Web API design +current +2026-11-29 +– +0198/);
    expect(second).toMatch(/^S-1815 /);
  });

  it('lists by name, and refuses an order that there is not', async () => {
    const asked = service({ data: [], next: null });
    await run('list', '--order', 'name');
    expect(asked[0]?.url).toBe('/v1/credentials?order=name&limit=50');
    expect((await run('list', '--order', 'age')).err).toContain('oldest, newest, name, name-descending');
  });

  it('sends an address in the body, and none in the URL', async () => {
    const asked = service({ data: [], next: null });
    expect((await run('list', '--email', 'ada@example.org')).out).toBe('No badges.\n');
    expect(asked).toEqual([{ url: '/v1/credentials/search', body: { email: 'ada@example.org', order: 'newest', limit: 50 } }]);
  });

  it('goes through pages up to the limit, and says how to go on', async () => {
    const asked = service({ data: [badge('Ada')], next: 'two' }, { data: [badge('Grace', 2)], next: 'three' });
    const { out, err } = await run('list', '--limit', '2', '--json');
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).recipient.name),
    ).toEqual(['Ada', 'Grace']);
    expect(asked.map(({ url }) => url)).toEqual([
      '/v1/credentials?order=newest&limit=2',
      '/v1/credentials?order=newest&limit=1&cursor=two',
    ]);
    expect(err).toContain('--after three');
  });

  it('writes CSV in which a spreadsheet finds no formula', async () => {
    service({ data: [badge('=cmd|calc')], next: null });
    const [head, row] = (await run('list', '--csv')).out.split('\r\n');
    expect(head).toBe('id,name,external_id,achievement,state,issued_at,valid_until,url');
    expect(row).toContain(",'=cmd|calc,S-1815,");
  });

  it('refuses a state that there is not, and a limit that is no number', async () => {
    service({});
    expect((await run('list', '--state', 'gone')).code).toBe(64);
    expect((await run('list', '--limit', '0')).code).toBe(64);
    expect((await run('list', '--csv', '--json')).code).toBe(64);
  });
});
