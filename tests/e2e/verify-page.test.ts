import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import type { Opened } from '../support/browsing.js';
import { inPng, inSvg } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const page = (rest = ''): string => `${stage.issuer.origin}/verify/${rest}`;
const verdictOf = async ({ page: opened }: Opened): Promise<string | null> => {
  const verdict = opened.locator('proofmark-checker .result[data-verdict]');
  await verdict.waitFor();
  return verdict.getAttribute('data-verdict');
};
const paste = async ({ page: opened }: Opened, text: string): Promise<void> => {
  await opened.getByLabel('Paste a badge or its link').fill(text);
  await opened.getByRole('button', { name: 'Check', exact: true }).click();
};

it('loads beforehand what a check needs, and nothing that only a second opinion does', async () => {
  const { page: opened } = await stage.open(page());
  const parts = await opened
    .locator('link[rel=modulepreload]')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLLinkElement).href).pathname.replace(/^.*\/assets\/|-[\w-]{8}\.js$/g, '')),
    );
  expect(parts).toEqual(expect.arrayContaining(['worker-core', 'worker-recheck', 'later-views', 'sentences']));
  // The page itself judges a badge only to ask other libraries about its signatures.
  for (const name of ['recheck', 'full-form', 'ask-opinions', 'pdf-worker', 'de']) expect(parts).not.toContain(name);
  expect(parts.length).toBeLessThan(75);
});

describe('the way in', () => {
  it('is the pasted text of a badge', async () => {
    const opened = await stage.open(page());
    const badge = await stage.issuer.issue();
    await paste(opened, badge.json);
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
    expect(opened.complaints).toEqual([]);
    expect(await opened.page.getByText('Found: the text of a badge (JSON).').isVisible()).toBe(true);
  });

  it('is a link, also one inside a sentence', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(page());
    await paste(opened, `My badge: ${badge.url}.`);
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
  });

  it.each(['png', 'svg', 'json'] as const)('is a file: %s', async (form) => {
    const { json } = await stage.issuer.issue();
    const content = { png: () => Buffer.from(inPng(json)), svg: () => Buffer.from(inSvg(json)), json: () => Buffer.from(json) }[form]();
    const opened = await stage.open(page());
    await opened.page
      .getByLabel('Choose files')
      .setInputFiles({ name: 'holiday.txt', mimeType: 'application/octet-stream', buffer: content });
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
  });

  it('is a file dropped on the page', async () => {
    const { json } = await stage.issuer.issue();
    const opened = await stage.open(page());
    const data = await opened.page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'badge.json'));
      return transfer;
    }, json);
    await opened.page.locator('proofmark-checker form.input-form').dispatchEvent('drop', { dataTransfer: data });
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
  });

  it.each(['#', '?'])('is the page’s own address: %surl=', async (mark) => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(page(`${mark}url=${encodeURIComponent(badge.url)}`));
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
  });

  it('keeps what was put in, and says what would work', async () => {
    const opened = await stage.open(page());
    await paste(opened, 'I have a badge in web design');
    await opened.page.getByText('This text is no badge and no address of one.').first().waitFor();
    expect(await opened.page.getByLabel('Paste a badge or its link').inputValue()).toBe('I have a badge in web design');
    expect(opened.requested.filter((url) => !url.startsWith(page()))).toEqual([]);
  });
});

describe('a pasted job advert', () => {
  it('is told what it is, and what to do with it', async () => {
    const opened = await stage.open(page());
    await paste(
      opened,
      'We are looking for somebody who has worked with web services for some years, who writes well, and who likes to explain to others what they do and why.',
    );
    await opened.page.getByText('This reads like a text about a role or a person').waitFor();
    expect(await opened.page.getByText('compare them with the skills of a role').isVisible()).toBe(true);
  });
});

describe('the answer', () => {
  it('keeps the three questions apart, and shows what was found before how it was found', async () => {
    const badge = await stage.issuer.issue({ email: 'ada@example.org' });
    const opened = await stage.open(page(`#url=${encodeURIComponent(badge.url)}`));
    await verdictOf(opened);
    await opened.page.getByRole('heading', { name: 'For your files' }).waitFor();
    expect(await opened.page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Is it genuine?',
      'Is it this person?',
      'Is the work there?',
      'What they can do',
      'The work',
      'Who vouches for it?',
      'How was this found out?',
      'For your files',
    ]);
  });

  it.each([
    ['Ada@Example.org', 'passed'],
    ['eve@example.org', 'failed'],
  ])('compares %s in the page alone: %s', async (address, outcome) => {
    const badge = await stage.issuer.issue({ email: 'ada@example.org' });
    const opened = await stage.open(page(`#url=${encodeURIComponent(badge.url)}`));
    await verdictOf(opened);
    // The work is looked at after the verdict, which asks for documents and parts of the worker.
    await opened.page.getByText('Looked at').waitFor();
    const before = opened.requested.length;
    await opened.page.getByLabel('E-mail address of the person').fill(address);
    await opened.page.getByRole('button', { name: 'Compare' }).click();
    await opened.page.locator(`proofmark-checker .person[data-outcome=${outcome}]`).waitFor();
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
    expect(opened.requested.slice(before)).toEqual([]);
    expect(opened.page.url()).not.toContain('example.org');
  });

  it.each(['light', 'dark'] as const)(
    'stands in the first 600 pixels of a phone for who follows a link, before any form: %s',
    async (colorScheme) => {
      const badge = await stage.issuer.issue({ recipientName: 'Ada Lovelace' });
      const opened = await stage.open(page(`#url=${encodeURIComponent(badge.url)}`), {
        viewport: { width: 390, height: 844 },
        colorScheme,
      });
      const answer = opened.page.locator('.tile[aria-labelledby=genuine] .tile-answer');
      await answer.waitFor();
      const box = await answer.boundingBox();
      expect((box?.y ?? 844) + (box?.height ?? 0)).toBeLessThan(600);
      expect(await opened.page.getByText('Awarded to Ada Lovelace').isVisible()).toBe(true);
      expect(await opened.page.getByLabel('Paste a badge or its link').isVisible()).toBe(false);
      await opened.page.getByRole('button', { name: 'Check another' }).click();
      expect(await opened.page.getByLabel('Paste a badge or its link').inputValue()).toBe(badge.url);
    },
  );

  it('of an impostor’s badge has no green, and its name stands in quotation marks beside the host', async () => {
    const badge = await stage.issuer.issue({ issuerName: 'Stanford University', email: 'ada@example.org' });
    const opened = await stage.open(page(`#url=${encodeURIComponent(badge.url)}`));
    await verdictOf(opened);
    await opened.page.getByLabel('E-mail address of the person').fill('ada@example.org');
    await opened.page.getByRole('button', { name: 'Compare' }).click();
    await opened.page.locator('.person[data-outcome=passed]').waitFor();
    expect(await opened.page.locator('[data-tone=good]').count()).toBe(0);
    const { host } = new URL(stage.issuer.origin);
    expect(await opened.page.locator('.hero-issuer').textContent()).toBe(`From ${host}, which calls itself “Stanford University”`);
  });

  it('is asked for by Enter, while Shift and Enter begin a line', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(page());
    const field = opened.page.getByLabel('Paste a badge or its link');
    await field.fill(badge.url);
    await field.press('Shift+Enter');
    expect(await field.inputValue()).toBe(`${badge.url}\n`);
    await field.press('Enter');
    expect(await verdictOf(opened)).toBe('genuine-issuer-unknown');
  });

  it('shows nothing of an altered badge as checked', async () => {
    const badge = await stage.issuer.issue({ tamper: (signed) => ({ ...signed, name: 'Master of everything' }) });
    const opened = await stage.open(page());
    await paste(opened, badge.json);
    expect(await verdictOf(opened)).toBe('do-not-rely');
    expect(await opened.page.getByText('may have been altered').first().isVisible()).toBe(true);
  });

  it('is unfinished while the issuer is silent, and asks again only for what is missing', async () => {
    const badge = await stage.issuer.issue();
    const opened = await stage.open(page());
    await opened.page.route('**/did.json', (route) => route.abort());
    await paste(opened, badge.json);
    expect(await verdictOf(opened)).toBe('unfinished');
    await opened.page.unroute('**/did.json');
    await opened.page.getByRole('button', { name: /Ask again/ }).click();
    await opened.page.locator('proofmark-checker .result[data-verdict=genuine-issuer-unknown]').waitFor();
  });

  it('names every host that was asked, and asked no other', async () => {
    const badge = await stage.issuer.issue({ evidence: [] });
    const opened = await stage.open(page());
    await paste(opened, badge.json);
    await verdictOf(opened);
    await opened.page.getByText('Who was asked for this').click();
    expect((await opened.page.locator('.contacted').allInnerTexts()).join()).toContain(new URL(stage.issuer.origin).host);
    expect(new Set(opened.requested.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin))).toEqual(
      new Set([stage.issuer.origin]),
    );
  });
});

describe('for everyone', () => {
  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['forced colours', { forcedColors: 'active' as const }],
    ['320 pixels', { viewport: { width: 320, height: 800 } }],
  ])('axe finds nothing, empty or with a report: %s', async (_name, options) => {
    const opened = await stage.open(page(), options);
    await opened.page.getByRole('button', { name: 'Check', exact: true }).waitFor();
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    await paste(opened, (await stage.issuer.issue()).json);
    await verdictOf(opened);
    for (const summary of await opened.page.locator('summary').all()) await summary.click();
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  });

  it('works with the keyboard alone', async () => {
    const badge = await stage.issuer.issue();
    const { page: opened } = await stage.open(page());
    await opened.getByRole('button', { name: 'Check', exact: true }).waitFor();
    // The switch of languages comes first.
    await opened.keyboard.press('Tab');
    await opened.keyboard.press('Tab');
    await opened.keyboard.insertText(badge.url);
    await opened.keyboard.press('Tab');
    await opened.keyboard.press('Enter');
    await opened.locator('proofmark-checker .result[data-verdict=genuine-issuer-unknown]').waitFor();
  });

  it('tells a reader without JavaScript what to do instead', async () => {
    const { page: opened } = await stage.open(page(), { javaScriptEnabled: false });
    expect(await opened.getByText('Switch JavaScript on').isVisible()).toBe(true);
  });
});
