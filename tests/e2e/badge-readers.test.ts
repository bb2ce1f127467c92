import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { drawReports } from '../support/drawn.js';
import { holdModule } from '../support/hold-module.js';
import { reportOf } from '../support/reports.js';
import { Stage, snippet, unfold } from '../support/stage.js';

// The same badge for readers of other languages, directions, devices and needs.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const GENUINE = 'proofmark-badge [data-verdict=genuine-issuer-unknown]';

describe('languages', () => {
  it.each([
    [
      'de',
      'Signiert von {host}, unverändert. Niemand, dem Sie vertrauen, hat gesagt, wer das ist.',
      '1. Jan. 2040',
      '01.01.2040',
      'Der Badge ist unverändert, seit er signiert wurde.',
    ],
    [
      'fr',
      'Signé par {host}, inchangé. Personne en qui vous avez confiance n’a dit qui c’est.',
      '1 janv. 2040',
      '',
      'Le badge est inchangé depuis sa signature.',
    ],
    [
      'es',
      'Firmada por {host}, sin cambios. Nadie en quien usted confíe ha dicho quién es.',
      '1 ene 2040',
      '',
      'La insignia no ha cambiado desde que se firmó.',
    ],
    [
      'nl',
      'Ondertekend door {host}, onveranderd. Niemand die u vertrouwt heeft gezegd wie dat is.',
      '1 jan 2040',
      '',
      'De badge is onveranderd sinds hij is ondertekend.',
    ],
  ])('%s: the card, its dates and every sentence about a check', async (lang, headline, date, other, sentence) => {
    const badge = await stage.issuer.issue({ validUntil: Date.UTC(2040, 0, 1, 12) });
    const { page, requested, complaints } = await stage.open(stage.hostPage(snippet(badge.url), { root: `lang="${lang}"` }));
    await page.locator(GENUINE).waitFor();
    await page.getByText(headline.replace('{host}', new URL(stage.issuer.origin).host)).waitFor();
    await unfold(page);
    const card = await page.locator('proofmark-badge [part=card]').textContent();
    expect([date, other].some((form) => form !== '' && card?.replaceAll('\u00a0', ' ').includes(form))).toBe(true);
    await page.locator('proofmark-badge [part=checks] summary').click();
    await page.locator('proofmark-badge [data-check=signature]').waitFor();
    expect(await page.locator('proofmark-badge [data-check=signature]').textContent()).toContain(sentence);
    expect(await page.locator('proofmark-badge [part=checks] [lang=en]').count()).toBe(0);
    // The folded card and what is unfolded; then the sentences about checks, in two parts.
    const parts = /\/proofmark-badge-(?:(sentences|cases)-)?(de|en|es|fr|nl)-/;
    const loaded = requested.flatMap((url) => parts.exec(url)?.slice(1, 3).join('') ?? []);
    expect(loaded.sort()).toEqual([`cases${lang}`, lang, lang, `sentences${lang}`]);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('follow the nearest lang, also around a shadow root, and loads nothing for English', async () => {
    const badge = await stage.issuer.issue();
    const body = `<div lang="nl">${snippet(badge.url)}</div>${snippet(badge.url, 'lang="en-GB"')}`;
    const { page } = await stage.open(stage.hostPage(body, { root: 'lang="ja"' }));
    await page.locator(GENUINE).nth(1).waitFor();
    await page.locator('proofmark-badge [lang=nl]').waitFor();
    expect(await page.locator('proofmark-badge [part=card]').nth(1).getAttribute('lang')).toBe('en');
    const english = await stage.open(stage.hostPage(snippet(badge.url)));
    await english.page.locator(GENUINE).waitFor();
    expect(english.requested.filter((url) => /\/proofmark-badge-(?:de|es|fr|nl)-/.test(url))).toEqual([]);
  });

  describe('that change while words are loaded', () => {
    const speak = (page: Page, lang: string): Promise<void> =>
      page.locator('proofmark-badge').evaluate((badge, to) => badge.setAttribute('lang', to), lang);
    const spoken = (page: Page, lang: string): Promise<void> => page.locator(`proofmark-badge [part=card][lang=${lang}]`).waitFor();
    const signature = (page: Page, says: string): Promise<void> =>
      page.locator('proofmark-badge [data-check=signature]', { hasText: says }).waitFor();

    it('leave an unfolded card in the last one', async () => {
      const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')]);
      // Of the words for a folded card, none have to be loaded below.
      for (const lang of ['de', 'en']) {
        await speak(page, lang);
        await spoken(page, lang);
      }
      await unfold(page);
      const german = /\/proofmark-badge-de-/;
      const asked = page.waitForRequest(german);
      const letGo = await holdModule(page, german);
      await speak(page, 'de');
      await asked;
      await speak(page, 'fr');
      await spoken(page, 'fr');
      await letGo();
      expect(await page.locator('proofmark-badge [part=card]').getAttribute('lang')).toBe('fr');
    });

    it('leave the list of checks in the last one, also where the words of an earlier one cannot be had', async () => {
      const { page } = await drawReports(stage, [reportOf('genuine-issuer-unknown')]);
      await unfold(page);
      const english = /\/proofmark-badge-english-check-sentences-/;
      let fail: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        fail = resolve;
      });
      await page.route(english, (route) => held.then(() => route.abort()));
      const asked = page.waitForRequest(english);
      await page.locator('proofmark-badge [part=checks] summary').click();
      await asked;
      await speak(page, 'fr');
      await signature(page, 'Le badge est inchangé depuis sa signature.');
      const failed = page.waitForEvent('requestfailed');
      fail();
      await failed;
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await signature(page, 'Le badge est inchangé depuis sa signature.');

      const german = /\/proofmark-badge-sentences-de-/;
      const askedGerman = page.waitForRequest(german);
      const letGo = await holdModule(page, german);
      await speak(page, 'de');
      await askedGerman;
      await speak(page, 'nl');
      await signature(page, 'De badge is onveranderd sinds hij is ondertekend.');
      await letGo();
      expect(await page.locator('proofmark-badge [data-check=signature]').textContent()).toContain('De badge is onveranderd');
    });
  });

  it('that cannot be told, or are none, are no reason to fail', async () => {
    const badge = await stage.issuer.issue();
    for (const lang of ['x', 'tlh', 'en_US!!', '__proto__']) {
      const { page, complaints } = await stage.open(stage.hostPage(snippet(badge.url), { root: `lang="${lang}"` }));
      await page.locator(GENUINE).waitFor();
      expect(complaints).toEqual([]);
    }
  });

  it('from right to left: the card is mirrored, and our sentences stay whole', async () => {
    const badge = await stage.issuer.issue({ recipientName: 'ليلى' });
    const { page } = await stage.open(stage.hostPage(snippet(badge.url), { root: 'lang="ar" dir="rtl"' }));
    await page.locator(GENUINE).waitFor();
    const box = async (selector: string): Promise<{ left: number; right: number }> =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => node.getBoundingClientRect().toJSON());
    const verdict = await box('proofmark-badge [part=verdict]');
    const icon = await box('proofmark-badge [part=verdict] svg');
    expect(verdict.right - icon.right).toBeLessThan(icon.left - verdict.left);
    const title = await page.locator('proofmark-badge [part=title]').evaluate((node) => {
      const text = document.createRange();
      text.selectNodeContents(node);
      return { box: node.getBoundingClientRect().right, text: text.getBoundingClientRect().right };
    });
    expect(title.box - title.text).toBeLessThan(2);
    const style = await page
      .locator('proofmark-badge .headline')
      .first()
      .evaluate((node) => getComputedStyle(node).unicodeBidi);
    expect(style).toBe('plaintext');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('readers', () => {
  it('with the keyboard alone reach every link, the folds, and the way out', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(`${snippet(badge.url)}<a href="#end">After the badge</a>`));
    await page.locator(GENUINE).waitFor();
    const stops: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const outer = document.activeElement;
        const inner = outer?.shadowRoot?.activeElement ?? outer;
        return `${inner?.localName}: ${inner?.textContent?.trim().replace(/\s+/g, ' ')}`;
      });
      stops.push(stop);
      if (stop.startsWith('summary: What was checked')) await page.keyboard.press('Enter');
      if (stop === 'summary: Work and details') {
        await page.keyboard.press('Enter');
        await page.locator('proofmark-badge [part=checks]').waitFor();
      }
      if (stop === 'a: After the badge') break;
    }
    expect(stops.map((stop) => stop.replace(/localhost:\d+/, 'host'))).toEqual([
      'a: Bookshop API',
      'summary: Work and details',
      'a: Bookshop API',
      'button: Check the work now',
      'summary: What this does not show',
      expect.stringMatching(/^summary: What was checked: \d+ of \d+ passed$/),
      'a: Check it yourself at host',
      'a: After the badge',
    ]);
    await expect.poll(() => page.locator('proofmark-badge [data-check]').count()).toBe(19);
  });

  it('who want no motion see none', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(snippet(badge.url)), { reducedMotion: 'reduce' });
    await page.locator(GENUINE).waitFor();
    const moving = await page
      .locator('proofmark-badge')
      .evaluate((element) => element.shadowRoot?.getAnimations().length ?? document.getAnimations().length);
    expect(moving).toBe(0);
  });

  it('on paper have the verdict, the addresses in full, and no buttons', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(snippet(badge.url)));
    await page.locator(GENUINE).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('proofmark-badge [part=verdict]').isVisible()).toBe(true);
    expect(await page.locator('proofmark-badge [part=checks]').isVisible()).toBe(false);
    const printed = await page
      .locator('proofmark-badge a.work-name')
      .evaluate((link) => getComputedStyle(link, '::after').content.replaceAll('"', ''));
    expect(printed).toContain('https://github.com/ada/bookshop/tree/');
  });
});

describe('twenty badges on one page', () => {
  it('are all checked, none talks by itself, and the page stays quiet and whole', async () => {
    const badges = await Promise.all(Array.from({ length: 20 }, (_, index) => stage.issuer.issue({ recipientName: `Learner ${index}` })));
    const { page, requested, complaints } = await stage.open(
      stage.hostPage(badges.map(({ url }) => snippet(url, 'loading="eager"')).join('')),
    );
    await expect.poll(() => page.locator(GENUINE).count(), { timeout: 30_000 }).toBe(20);
    expect(await page.locator('proofmark-badge [role=status][aria-live=polite]').count()).toBe(0);
    expect(complaints).toEqual([]);
    // One script, one verifier and one reader of links, however many badges there are, and nothing else for badges as we issue them.
    const scripts = requested.filter((url) => url.includes('/embed/'));
    expect(scripts.map((url) => new URL(url).pathname.replace(/-[\w-]{8}\.js$/, '.js'))).toEqual([
      '/embed/proofmark-badge.js',
      '/embed/proofmark-badge-verifier.js',
      '/embed/proofmark-badge-work.js',
    ]);
    const hosts = new Set(requested.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).host));
    expect([...hosts].sort()).toEqual([new URL(stage.issuer.origin).host, new URL(page.url()).host].sort());
    const ids = await page.evaluate(() => document.querySelectorAll('proofmark-badge').length);
    expect(ids).toBe(20);
  });

  it('leave nothing on the window, in cookies or in storage', async () => {
    const badge = await stage.issuer.issue();
    const plain = await stage.open(stage.hostPage('<p>None</p>', { script: '' }));
    const names = await plain.page.evaluate(() => Object.getOwnPropertyNames(window));
    const { page } = await stage.open(stage.hostPage(snippet(badge.url)));
    await page.locator(GENUINE).waitFor();
    const more = await page.evaluate((known) => Object.getOwnPropertyNames(window).filter((name) => !known.includes(name)), names);
    expect(more).toEqual([]);
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
  });
});
