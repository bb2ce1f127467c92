import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../cli.fixture.js';

const [ONE, TWO] = ['01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01', '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e02'];

/** The service, as far as this command knows it: one badge is there, every other one was withdrawn. */
function service(): unknown[] {
  const asked: unknown[] = [];
  vi.stubEnv('PROOFMARK_API_KEY', 'pm_live_x');
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push([url.pathname, JSON.parse(String(init.body))]);
    if (!url.pathname.includes(ONE!))
      return Response.json({ code: 'conflict', title: 'x', status: 409, detail: 'Withdrawn.\u001b[31m', type: 'x' }, { status: 409 });
    return Response.json({ url: 'https://badges.example/claim/pm_claim_x', expiresAt: '2026-12-29T09:00:00.000Z' }, { status: 201 });
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('proofmark claim-links', () => {
  it('prints a link for each badge as CSV, and names those that are refused', async () => {
    const asked = service();
    const { code, out, err } = await run('claim-links', ONE!, TWO!, '--days', '7');
    expect(asked).toEqual([ONE, TWO].map((id) => [`/v1/credentials/${id}/claim-link`, { days: 7 }]));
    expect(out).toBe(`id,url,expires_at\r\n${ONE},https://badges.example/claim/pm_claim_x,2026-12-29T09:00:00.000Z\r\n`);
    expect([code, err]).toEqual([1, `Refused: ${TWO}: Withdrawn.\\u001b[31m\n`]);
  });

  it('refuses a time that no link has', async () => {
    service();
    expect((await run('claim-links', ONE!, '--days', '400')).code).toBe(64);
  });
});
