import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedBundle } from '../../apps/issuer/src/public/embed/index.js';
import { reportOf } from '../support/reports.js';
import { Stage, snippet, unfold } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const GENUINE = 'proofmark-badge [data-verdict=genuine-issuer-unknown]';

describe('a badge that is not fetched', () => {
  it('is taken from a data block inside the tag', async () => {
    const badge = await stage.issuer.issue();
    const block = `<script type="application/vc">${badge.json.replaceAll('<', '\\u003c')}</script>`;
    const { page, requested, complaints } = await stage.open(stage.hostPage(`<proofmark-badge><p>Badge</p>${block}</proofmark-badge>`));
    await page.locator(GENUINE).waitFor();
    expect(requested).not.toContain(badge.url);
    expect(complaints).toEqual([]);
    // Without the address of the badge, the page to check it at is all that can be named.
    expect(await page.getByRole('link', { name: /^Check it yourself/ }).getAttribute('href')).toBe(`${stage.issuer.origin}/verify/`);
  });

  it('is taken from a property, also one that was set before the script came', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage('<proofmark-badge verify="off"></proofmark-badge>'));
    await page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    for (const form of ['object', 'text', 'bytes']) {
      const verdict = await page.evaluate(
        async ([json = '', kind]) => {
          const element = document.createElement('proofmark-badge');
          element.verify = 'off';
          element.badge = kind === 'object' ? JSON.parse(json) : kind === 'text' ? json : new TextEncoder().encode(json);
          document.body.append(element);
          const report = await element.check();
          element.remove();
          return report?.verdict;
        },
        [badge.json, form],
      );
      expect([form, verdict]).toEqual([form, 'genuine-issuer-unknown']);
    }
    const early = await stage.open('about:blank');
    await early.page.route('**/embed/proofmark-badge.js', async (route) => {
      await early.page.evaluate((json) => {
        Object.assign(document.querySelector('proofmark-badge') ?? {}, { badge: JSON.parse(json) });
      }, badge.json);
      await route.continue();
    });
    await early.page.goto(stage.hostPage('<proofmark-badge></proofmark-badge>'));
    await early.page.locator(GENUINE).waitFor();
  });

  it('is never an address that a text names: only src is fetched', async () => {
    const { page, requested } = await stage.open(
      stage.hostPage('<proofmark-badge><script type="application/vc">https://tracker.example/badge</script></proofmark-badge>'),
    );
    await page.locator('proofmark-badge [data-verdict]').waitFor();
    expect(requested.filter((url) => url.includes('tracker'))).toEqual([]);
  });
});

describe('when a badge is checked', () => {
  it('on a click: until then nobody is asked, and the answer is announced', async () => {
    const badge = await stage.issuer.issue();
    const { page, requested } = await stage.open(
      stage.hostPage(`${snippet(badge.url, 'verify="click"')}${snippet(badge.url, 'verify="click"')}`),
    );
    const button = page.getByRole('button', { name: 'Check this badge' }).first();
    await button.waitFor();
    expect(requested).not.toContain(badge.url);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator(GENUINE).waitFor();
    expect(await page.locator('proofmark-badge').first().locator('[role=status]').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('proofmark-badge').nth(1).locator('[role=status]').getAttribute('aria-live')).toBe('off');
    // The pressed button is gone; who works with the keyboard stands at the answer.
    const focused = await page
      .locator('proofmark-badge')
      .first()
      .evaluate((element) => element.shadowRoot?.activeElement?.getAttribute('role'));
    expect(focused).toBe('status');
  });

  it('never by itself where it is off, and at once where it is eager', async () => {
    const badge = await stage.issuer.issue();
    const off = await stage.open(stage.hostPage(snippet(badge.url, 'verify="off"')));
    await off.page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    await off.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(off.requested).not.toContain(badge.url);
    expect(await off.page.getByRole('img', { name: 'Badge: Web API design' }).isVisible()).toBe(true);
    const far = Array.from({ length: 200 }, () => '<p>…</p>').join('');
    const eager = await stage.open(stage.hostPage(`${far}${snippet(badge.url, 'loading="eager"')}`));
    await eager.page.locator(GENUINE).waitFor({ state: 'attached' });
  });

  it('anew when src changes, and then shows nothing of the last one', async () => {
    const one = await stage.issuer.issue();
    const two = await stage.issuer.issue({ tamper: (badge) => ({ ...badge, name: 'Something else' }) });
    const { page } = await stage.open(stage.hostPage(snippet(one.url)));
    await page.locator(GENUINE).waitFor();
    await page.locator('proofmark-badge').evaluate((element, src) => {
      (element as HTMLElement & { src: string }).src = src;
    }, two.url);
    await page.locator('proofmark-badge [data-verdict=do-not-rely]').waitFor();
    expect(await page.locator(GENUINE).count()).toBe(0);
  });
});

it('a badge is checked once by a program that asks right after it was appended, also when it is moved meanwhile', async () => {
  const badge = await stage.issuer.issue();
  const { page } = await stage.open(stage.hostPage(''));
  await page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
  const events = await page.evaluate(async (src) => {
    const element = Object.assign(document.createElement('proofmark-badge'), { src, loading: 'eager' });
    let verdicts = 0;
    element.addEventListener('badge-verdict', () => {
      verdicts += 1;
    });
    document.body.append(element);
    const first = element.check();
    await element.updateComplete;
    document.body.prepend(element);
    await first;
    // Whatever else began before has ended with it.
    await element.check();
    return verdicts;
  }, badge.url);
  expect(events).toBe(2);
});

describe('a report that a program supplies', () => {
  it('stays when the check of what it replaces ends', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open(stage.hostPage(snippet(badge.url, 'verify="off"')));
    await page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    const shown = await page.locator('proofmark-badge').evaluate(async (node, report) => {
      const element = node as HTMLElementTagNameMap['proofmark-badge'];
      const checked = element.check();
      element.report = report as typeof element.report;
      return [await checked, element.report?.verdict];
    }, reportOf('do-not-rely') as unknown);
    expect(shown).toEqual([null, 'do-not-rely']);
    await page.locator('proofmark-badge [aria-busy=false] [data-verdict=do-not-rely]').waitFor();
  });

  it('is shown in place of the badge whose address comes with it, and until another comes', async () => {
    const badge = await stage.issuer.issue();
    const { page, requested } = await stage.open(stage.hostPage(''));
    await page.waitForFunction(() => customElements.get('proofmark-badge') !== undefined);
    const shown = await page.evaluate(
      async ([report, src]) => {
        const element = document.createElement('proofmark-badge');
        document.body.append(element);
        await element.updateComplete;
        Object.assign(element, { report, src, loading: 'eager' });
        await element.updateComplete;
        return element.report?.verdict;
      },
      [reportOf('do-not-rely') as unknown, badge.url] as const,
    );
    expect([shown, requested.includes(badge.url)]).toEqual(['do-not-rely', false]);
    await page.evaluate((src) => Object.assign(document.querySelector('proofmark-badge') ?? {}, { src }), `${badge.url}.svg`);
    await page.locator(GENUINE).waitFor();
  });
});

describe('the pinned script', () => {
  const tag = (integrity: string): string =>
    `<script type="module" src="${stage.issuer.origin}/embed/${embedBundle().version}/proofmark-badge.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
  const own = (): string => embedBundle().files.get('proofmark-badge.js')?.integrity ?? '';

  it('runs with its integrity, and loads its parts', async () => {
    const badge = await stage.issuer.issue();
    const { page, complaints } = await stage.open(stage.hostPage(snippet(`${badge.url}.png`), { script: tag(own()), root: 'lang="de"' }));
    await page.locator(GENUINE).waitFor();
    const { host } = new URL(stage.issuer.origin);
    await page.getByText(`Signiert von ${host}, unverändert. Niemand, dem Sie vertrauen, hat gesagt, wer das ist.`).waitFor();
    await unfold(page);
    await page.locator('proofmark-badge summary').last().click();
    await page.locator('proofmark-badge [data-check=signature]').waitFor();
    expect(complaints).toEqual([]);
  });

  it('does not run when a byte is another', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open('about:blank');
    await page.route('**/embed/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()} ` });
    });
    await page.goto(stage.hostPage(snippet(badge.url), { script: tag(own()) }));
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => customElements.get('proofmark-badge') === undefined)).toBe(true);
    expect(await page.getByRole('img', { name: 'Badge: Web API design' }).isVisible()).toBe(true);
  });

  it('takes no part whose bytes are others: what depends on it stays open', async () => {
    const badge = await stage.issuer.issue();
    const { page } = await stage.open('about:blank');
    await page.route('**/embed/**', async (route) => {
      const answer = await route.fetch();
      const body = await answer.text();
      const isPart = /-[\w-]{8}\.js$/.test(new URL(route.request().url()).pathname);
      await route.fulfill({ response: answer, body: isPart ? `window.pwned=1;${body}` : body });
    });
    await page.goto(stage.hostPage(snippet(`${badge.url}.svg`), { script: tag(own()), root: 'lang="fr"' }));
    await page.locator('proofmark-badge button').waitFor();
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
    expect(await page.locator('proofmark-badge [data-verdict^=genuine]').count()).toBe(0);
    // The language could not be had either: English.
    expect(await page.locator('proofmark-badge [part=card]').getAttribute('lang')).toBe('en');
  });

  it('holds the hash of each part, itself or in a part that it pins', () => {
    const { files } = embedBundle();
    const sums = new Map([...files].map(([name, { file }]) => [name, createHash('sha256').update(file.body).digest('base64')]));
    const pinned = new Set(['proofmark-badge.js']);
    for (const name of pinned) {
      const text = new TextDecoder().decode(files.get(name)?.file.body);
      for (const [part, sum] of sums) if (text.includes(`"${sum}"`)) pinned.add(part);
    }
    expect([...files.keys()].filter((name) => !pinned.has(name))).toEqual([]);
  });
});
