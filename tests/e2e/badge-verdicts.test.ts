import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import type { BadgeWishes, ServedBadge } from '../support/loopback-issuer.js';
import { Stage, snippet, unfold } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const verdictOf = (opened: Opened): Promise<string | null> =>
  opened.page.locator('proofmark-badge [part=verdict]').getAttribute('data-verdict');
async function cardOf({ page }: Opened): Promise<string> {
  await unfold(page);
  return (await page.locator('proofmark-badge [part=card]').allInnerTexts()).join();
}

async function show(badge: ServedBadge): Promise<Opened> {
  const opened = await stage.open(stage.hostPage(snippet(badge.url)));
  await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
  return opened;
}

const issueAndShow = async (wishes: BadgeWishes = {}): Promise<Opened> => show(await stage.issuer.issue(wishes));

describe('a badge on somebody’s page', () => {
  it('is genuine: says so, shows the work, the issuer’s host and the dates', async () => {
    const opened = await issueAndShow({ validUntil: Date.UTC(2040, 0, 1) });
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
    const card = await cardOf(opened);
    expect(card).toContain('Web API design');
    expect(card).toContain('Bookshop API');
    expect(card).toContain('github.com');
    for (const line of ['Fixed version', 'Same content', 'Kept copy', 'Theirs']) expect(card).toContain(line);
    expect(card).toContain('The issuer says it is “Acme Academy”');
    expect(card).toContain(new URL(stage.issuer.origin).host);
    expect(card).toContain('Jan 1, 2040');
  });

  it('is tampered with: nothing that it says is shown as a fact', async () => {
    const opened = await issueAndShow({ tamper: (badge) => ({ ...badge, name: 'Master of everything' }) });
    expect(await verdictOf(opened)).toBe('do-not-rely');
    expect(await cardOf(opened)).toContain('may have been altered');
    expect(await cardOf(opened)).toContain('changed after it was signed');
    expect(await opened.page.locator('proofmark-badge .doubtful').count()).toBe(1);
  });

  it('is withdrawn: the title stays, the verdict does not', async () => {
    const badge = await stage.issuer.issue();
    stage.issuer.revoke(badge);
    const opened = await show(badge);
    expect(await verdictOf(opened)).toBe('do-not-rely');
    expect(await cardOf(opened)).toContain('Web API design');
  });

  it('has expired: genuine once, and said so without red', async () => {
    const opened = await issueAndShow({ validFrom: Date.UTC(2020, 0, 1), validUntil: Date.UTC(2021, 0, 1) });
    expect(await verdictOf(opened)).toBe('no-longer-current');
  });

  it('works from the image of the badge as well', async () => {
    const badge = await stage.issuer.issue();
    for (const form of ['png', 'svg']) {
      expect(await verdictOf(await show({ ...badge, url: `${badge.url}.${form}` }))).toBe('genuine-issuer-unknown');
    }
  });

  it('is neither green nor red when the issuer does not answer, and can be asked again', async () => {
    const own = await Stage.set();
    try {
      const badge = await own.issuer.issue();
      const opened = await own.open(own.hostPage(snippet(badge.url)));
      await opened.page.route('**/did.json', (route) => route.abort());
      await opened.page.reload();
      const verdict = opened.page.locator('proofmark-badge [part=verdict]');
      await verdict.waitFor();
      expect(await verdict.getAttribute('data-verdict')).toBe('unfinished');
      await opened.page.unroute('**/did.json');
      const before = own.issuer.asked.filter((line) => line === `GET ${new URL(badge.url).pathname}`).length;
      await opened.page.getByRole('button', { name: /^(?:Ask .* again|Try again)$/ }).click();
      await opened.page.locator('proofmark-badge [data-verdict=genuine-issuer-unknown]').waitFor();
      expect(own.issuer.asked.filter((line) => line === `GET ${new URL(badge.url).pathname}`)).toHaveLength(before);
    } finally {
      await own.strike();
    }
  });

  it('is unfinished when only the status list does not answer', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open('about:blank');
    await opened.page.route('**/status/*', (route) => route.abort());
    await opened.page.goto(stage.hostPage(snippet(badge.url)));
    await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
    expect(await verdictOf(opened)).toBe('unfinished');
  });

  it('keeps its fallback when the issuer is gone altogether', async () => {
    const own = await Stage.set();
    try {
      const badge = await own.issuer.issue();
      const opened = await own.open('about:blank');
      await opened.page.route(`${badge.url}`, (route) => route.abort());
      await opened.page.goto(own.hostPage(snippet(badge.url)));
      await opened.page.getByRole('button', { name: /^(?:Ask .* again|Try again)$/ }).waitFor();
      expect(await opened.page.getByRole('img', { name: 'Badge: Web API design' }).isVisible()).toBe(true);
      expect(await opened.page.locator('proofmark-badge [data-verdict^=genuine]').count()).toBe(0);
    } finally {
      await own.strike();
    }
  });
});
