import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../cli.fixture.js';

const ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';

function mail(state: string, answer: string | null) {
  return {
    ...{ id: ID, issuerId: ID, credentialId: ID, kind: 'issued', state, attempts: 1, createdAt: '2026-11-29T09:00:00.000Z' },
    ...{ sentAt: null, nextAttemptAt: null, endedAt: null, answer },
  };
}

/** The service, as far as this command knows it: what was asked, and its pages. */
function service(...pages: object[]): string[] {
  const asked: string[] = [];
  vi.stubEnv('PROOFMARK_API_KEY', 'pm_live_x');
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(`${url.pathname}${url.search}`);
    return Response.json(pages[Math.min(asked.length, pages.length) - 1]);
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('proofmark mails', () => {
  it('shows what became of mails as a table, and no control characters of a mail server', async () => {
    const asked = service({ data: [mail('bounced', '550 no such\u001b[31m mailbox'), mail('queued', null)], next: null });
    const { code, out, err } = await run('mails', '--state', 'bounced', '--credential', `https://badges.example/credentials/${ID}`);
    expect([code, err]).toEqual([0, '']);
    expect(asked).toEqual([`/v1/mails?state=bounced&credential=${ID}&limit=50`]);
    const [head, first, second] = out.split('\n');
    expect(head).toMatch(/^Mail +State +When \(UTC\) +Badge +The server said$/);
    expect(first).toMatch(new RegExp(`^issued +bounced +2026-11-29 09:00 +${ID} +550 no such\\\\u001b\\[31m mailbox$`));
    expect(second).toMatch(/^issued +queued .* –$/);
  });

  it('goes through pages up to the limit, and says that there are more', async () => {
    const asked = service({ data: [mail('sent', null)], next: 'two' }, { data: [mail('sent', null), mail('sent', null)], next: null });
    const { out, err } = await run('mails', '--limit', '2', '--json');
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(asked).toEqual(['/v1/mails?limit=2', '/v1/mails?limit=2&cursor=two']);
    expect(err).toContain('There are more.');
  });

  it('says that there are none', async () => {
    service({ data: [], next: null });
    expect((await run('mails')).out).toBe('No mails.\n');
  });

  it('refuses a state that there is not, and a badge that is none', async () => {
    service({});
    expect((await run('mails', '--state', 'lost')).code).toBe(64);
    expect((await run('mails', '--credential', 'x')).code).toBe(64);
  });
});
