import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage, testFile } from '../support/checker-page.js';
import { didKeyBadge } from '../support/did-key-badge.js';
import { inPng } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const headline = (checker: CheckerPage) => checker.genuine().locator('.tile-answer span').textContent();

async function pasted(text: string, before: (checker: CheckerPage) => Promise<void> = async () => undefined): Promise<CheckerPage> {
  const checker = await CheckerPage.open(stage);
  await before(checker);
  await checker.paste(text);
  await checker.verdict();
  return checker;
}

describe('every verdict', () => {
  it('genuine, from an issuer that the reader does not know', async () => {
    const checker = await pasted((await stage.issuer.issue()).json);
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(await headline(checker)).toBe('Signed, unaltered');
    expect(await checker.genuine().locator('.headline').textContent()).toBe(
      `Signed by ${new URL(stage.issuer.origin).host}. Nobody you trust has said who that is.`,
    );
  });

  it('genuine, and confirmed by the reader’s own list', async () => {
    const checker = await pasted((await stage.issuer.issue()).json, async ({ page }) => {
      await page.getByText('Issuers you trust: none yet').click();
      await page.getByLabel('One on each line: a domain').fill(stage.issuer.did);
      await page.getByRole('button', { name: 'Use this list' }).click();
    });
    expect(await checker.verdict()).toBe('genuine-issuer-confirmed');
    expect(await checker.page.getByText('On the list of issuers that you trust.').isVisible()).toBe(true);
  });

  it('altered: nothing of it is shown as a fact, and nothing is offered for the files of a genuine one', async () => {
    const { json } = await stage.issuer.issue({ validUntil: Date.UTC(2040, 0, 1) });
    const checker = await pasted(json.replace('Web API design', 'Web API Design'));
    expect(await checker.verdict()).toBe('do-not-rely');
    expect(await checker.page.locator('.result.doubtful').count()).toBe(1);
    expect(await checker.page.getByText('may have been altered').first().isVisible()).toBe(true);
    expect(await checker.page.locator('.tile[aria-labelledby=person] .tile-answer').textContent()).toContain('Not compared');
    await checker.page.getByRole('heading', { name: 'For your files' }).waitFor();
    expect(await checker.page.getByText('Keywords for a hiring system').count()).toBe(0);
  });

  it('withdrawn: the title stays, its own page may name a newer one, and what did not pass is named', async () => {
    const badge = await stage.issuer.issue();
    stage.issuer.revoke(badge);
    const checker = await pasted(badge.url);
    expect(await checker.verdict()).toBe('do-not-rely');
    expect(await checker.genuine().textContent()).toContain('withdrawn');
    expect(await checker.page.getByText('Web API design').first().isVisible()).toBe(true);
    expect(await checker.genuine().getByRole('link', { name: 'whether a newer one took its place' }).getAttribute('href')).toBe(badge.url);
    expect(await checker.page.locator('[aria-labelledby=how]').textContent()).toContain('Not passed: Withdrawn?');
  });

  it('expired, and not valid yet', async () => {
    const old = await pasted((await stage.issuer.issue({ validFrom: Date.UTC(2020, 0, 1), validUntil: Date.UTC(2021, 2, 4) })).json);
    expect(await old.verdict()).toBe('no-longer-current');
    expect(await old.genuine().textContent()).toContain('4 March 2021');
    const early = await pasted((await stage.issuer.issue({ validFrom: Date.UTC(2040, 0, 1) })).json);
    expect(await headline(early)).toBe('Not valid yet');
  });

  it('unfinished, while the list of withdrawn badges is out of reach: neither withdrawn nor not', async () => {
    const { json } = await stage.issuer.issue();
    const checker = await pasted(json, async ({ page }) => {
      await page.route('**/status/*', (route) => route.abort());
    });
    expect(await checker.verdict()).toBe('unfinished');
    expect(await checker.genuine().textContent()).not.toMatch(/not (?:been )?withdrawn|not on the issuer’s/);
    await checker.page.unroute('**/status/*');
    const asked = checker.opened.requested.length;
    await checker.page.getByRole('button', { name: 'Ask again for what is missing' }).click();
    await checker.page.locator('.result[data-verdict=genuine-issuer-unknown]').waitFor();
    // Only the one thing that was missing was asked for.
    expect(checker.opened.requested.slice(asked).map((url) => new URL(url).pathname)).toEqual(['/status/1']);
  });

  it('unreadable', async () => {
    const { json } = await stage.issuer.issue();
    const checker = await pasted(json.replace('"achievement":{', '"achievement":[],"other":{'));
    expect(['unreadable', 'do-not-rely']).toContain(await checker.verdict());
    const text = await pasted('{"a":1}');
    expect(await text.verdict()).toBe('unreadable');
  });

  it('a badge without a list says so, and not that it was not withdrawn', async () => {
    const checker = await pasted((await stage.issuer.issue({ withStatus: false })).json);
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(await checker.genuine().textContent()).toMatch(/publishes no|no list|no withdrawal list/);
  });

  it('an open page goes on when its server is gone: with what needs nobody, and with what asks in vain', async () => {
    const own = await Stage.set();
    try {
      const { json } = await own.issuer.issue();
      const checker = await CheckerPage.open(own);
      await checker.page.waitForLoadState('networkidle');
      await own.issuer.close();
      await checker.paste(json);
      expect(await checker.verdict()).toBe('unfinished');
      for (const file of [inPng(await didKeyBadge()), await didKeyBadge({ vc1: true })]) {
        await checker.choose(testFile('badge', file));
        await checker.page.locator('.result[data-verdict=genuine-issuer-unknown]').waitFor();
        await checker.save('Save a signed receipt');
      }
    } finally {
      await own.strike();
    }
  });
});

describe('three questions', () => {
  it('are answered apart, and what no answer shows is said once', async () => {
    const badge = await stage.issuer.issue({ email: 'ada@example.org' });
    const checker = await pasted(badge.json);
    expect(await checker.page.locator('.tile h2').allTextContents()).toEqual([
      'Is it genuine?',
      'Is it this person?',
      'Is the work there?',
    ]);
    await checker.page.getByText('What all this does not show').click();
    expect(await checker.page.locator('.unshown').textContent()).toContain('that the person before you is the one whom the badge names');
    await checker.page.getByLabel('E-mail address of the person').fill('ada@example.org');
    await checker.page.getByRole('button', { name: 'Compare' }).first().click();
    await checker.page.locator('.person[data-outcome=passed]').waitFor();
    expect(
      await checker.page.locator('.person', { hasText: 'This does not show that the person before you is its owner' }).isVisible(),
    ).toBe(true);
    // Nothing of it changed the verdict.
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  });
});

describe('a second opinion', () => {
  const asked = async (text: string): Promise<CheckerPage> => {
    const checker = await pasted(text);
    const before = checker.opened.requested.length;
    expect(checker.opened.requested.some((url) => url.includes('ask-opinions'))).toBe(false);
    await checker.page.getByRole('button', { name: 'Ask for a second opinion' }).click();
    await checker.page.locator('.opinion li').first().waitFor();
    expect(checker.opened.requested.slice(before).some((url) => url.includes('ask-opinions'))).toBe(true);
    return checker;
  };

  it('says of a genuine badge that another library agrees, and changes no verdict', async () => {
    const checker = await asked((await stage.issuer.issue()).json);
    expect(await checker.page.locator('.opinion').textContent()).toContain('@digitalbazaar/vc agrees: the signature is valid for it, too.');
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(await accessibilityProblems(checker.page)).toEqual([]);
  });

  it('never softens a verdict: an altered badge stays what it is', async () => {
    const { json } = await stage.issuer.issue();
    const checker = await asked(json.replace('Web API design', 'Web API Design'));
    expect(await checker.page.locator('.opinion').textContent()).toContain(
      '@digitalbazaar/vc agrees: the signature is not valid for it, too.',
    );
    expect(await checker.verdict()).toBe('do-not-rely');
  });
});

describe('for everyone', () => {
  it('a whole check of several badges needs only a keyboard', async () => {
    const badges = await Promise.all([stage.issuer.issue(), stage.issuer.issue()]);
    const checker = await CheckerPage.open(stage);
    const { keyboard } = checker.page;
    await checker.page.getByLabel('Paste a badge or its link').focus();
    await keyboard.insertText(badges.map(({ url }) => url).join('\n'));
    await keyboard.press('Control+Enter');
    await checker.settled();
    await checker.page.locator('.count').waitFor();
    const focused = () =>
      checker.page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('aria-label') ?? at?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      });
    for (let count = 0; count < 20 && !(await focused()).startsWith('Details of'); count += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await checker.page.locator('#opened').waitFor();
    expect(await focused()).toBe('Web API design');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Back to the list');
    await keyboard.press('Enter');
    await expect.poll(focused).toMatch(/^Details of/);
  });

  it('tells those who only hear it once at the beginning and once at the end', async () => {
    const { json } = await stage.issuer.issue();
    const checker = await CheckerPage.open(stage);
    expect(await checker.page.locator('proofmark-checker [role=status]').count()).toBe(1);
    await checker.page.evaluate(() => {
      const status = document.querySelector('proofmark-checker')?.shadowRoot?.querySelector('[role=status]') as Element;
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => {
        const text = status.textContent?.trim() ?? '';
        if (said.at(-1) !== text) said.push(text);
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await checker.paste(json);
    await checker.verdict();
    await checker.page.getByText('Looked at').waitFor();
    expect(await checker.page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      'Checking …',
      `Result: Signed by ${new URL(stage.issuer.origin).host}, unaltered. Nobody you trust has said who that is.`,
    ]);
  });

  it.each([
    ['at 200 % zoom', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, 'ltr'],
    ['from right to left', { viewport: { width: 1000, height: 800 } }, 'rtl'],
    ['from right to left, on a phone', { viewport: { width: 320, height: 600 } }, 'rtl'],
  ] as const)('%s nothing is cut off', async (_name, options, dir) => {
    const arabic = await stage.issuer.issue({ issuerName: 'أكاديمية', recipientName: 'آدا لوفليس' });
    const checker = await CheckerPage.open(stage, '', options);
    await checker.page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
    await checker.paste(`${arabic.json}\n${(await stage.issuer.issue()).json}`);
    await checker.settled();
    await checker
      .rows()
      .nth(0)
      .getByRole('button', { name: /^Details/ })
      .click();
    for (const summary of await checker.page.locator('summary').all()) await summary.click();
    expect(await checker.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(await accessibilityProblems(checker.page)).toEqual([]);
  });

  it('moves nothing for those who asked for less motion', async () => {
    const checker = await CheckerPage.open(stage, '', { reducedMotion: 'reduce' });
    const animated = await checker.page.evaluate(() => document.getAnimations().length);
    expect(animated).toBe(0);
  });
});
