import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import { holdModule } from '../support/hold-module.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

/** What a reader of each language sees: the heading, the verdict in short, and the headline of the work. */
const SEEN = {
  de: ['Einen Badge prüfen', 'Signiert, unverändert', 'Ist die Arbeit da?', '1. Januar 2026'],
  fr: ['Vérifier un badge', 'Signé, inchangé', 'Le travail est-il là\u202f?', '1 janvier 2026'],
  es: ['Comprobar una insignia', 'Firmada, sin cambios', '¿Está ahí el trabajo?', '1 de enero de 2026'],
  nl: ['Een badge controleren', 'Ondertekend, onveranderd', 'Is het werk er?', '1 januari 2026'],
} as const;

/** What a sentence of the page has in English, and in no other of its languages. */
const ENGLISH =
  /\b(?:the (?:issuer|badge|person|work|list|page|key)|of the|this badge|(?:does|is|was|could|did) not|nobody|it was|signed by)\b/i;

const textOf = async ({ page }: CheckerPage): Promise<string> =>
  (
    await page
      .locator('header.intro, proofmark-checker .status, proofmark-checker .results, proofmark-checker .trust, footer')
      .allInnerTexts()
  ).join('\n');

describe.each(Object.entries(SEEN))('a reader whose browser speaks %s', (lang, [heading, answer, work, day]) => {
  it('reads the whole page in that language, also unfolded, and dates as it writes them', async () => {
    const checker = await CheckerPage.open(stage, '', { locale: lang });
    expect(await checker.page.locator('h1').textContent()).toBe(heading);
    // Seen, and not only heard, until there is a result.
    expect((await checker.page.locator('h1').boundingBox())?.width ?? 0).toBeGreaterThan(100);
    expect(await checker.page.evaluate(() => document.documentElement.lang)).toBe(lang);
    const { json } = await stage.issuer.issue({ issuerName: 'Acme', recipientName: 'Ada' });
    await checker.page.locator('#badge').fill(json);
    await checker.page.locator('form.input-form button[type=submit]').click();
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(await checker.genuine().locator('.tile-answer span').textContent()).toBe(answer);
    expect(await checker.page.locator('.tile h2').last().textContent()).toBe(work);
    for (const fold of await checker.page.locator('details > summary').all()) await fold.click();
    const text = await textOf(checker);
    expect(text).toContain(day);
    // The badge itself was written in English by its issuer.
    const own = text
      .replaceAll('Designs and builds a small web service.', '')
      .replaceAll('A working service, reviewed by an assessor.', '');
    expect(own.split('\n').filter((line) => ENGLISH.test(line.replace(/\bBadge\b/g, '')))).toEqual([]);
    expect(await accessibilityProblems(checker.page)).toEqual([]);
    expect(checker.opened.complaints).toEqual([]);
  });
});

describe('the switch of languages', () => {
  it('turns the page with its result into another language, and is kept', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste((await stage.issuer.issue()).json);
    await checker.verdict();
    await checker.page.getByLabel('Language').selectOption('fr');
    await checker.page.getByText('Signé, inchangé').waitFor();
    expect(await checker.page.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(await checker.page.locator('footer').textContent()).toContain('Enregistrer ce vérificateur');
    await checker.page.reload();
    await checker.page.getByLabel('Langue').waitFor();
    expect(await checker.page.locator('h1').textContent()).toBe('Vérifier un badge');
    await checker.page.getByLabel('Langue').selectOption('en');
    await checker.page.getByRole('heading', { name: 'Check a badge' }).waitFor();
  });

  it('turns it into the language that was chosen last, also where the words of another come later', async () => {
    const { page } = await CheckerPage.open(stage);
    const letGo = await holdModule(page, /\/fr-[\w-]+\.js$/);
    await page.getByLabel('Language').selectOption('fr');
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('heading', { name: 'Comprobar una insignia' }).waitFor();
    await letGo();
    expect(await page.locator('h1').textContent()).toBe('Comprobar una insignia');
  });

  it('gives way to the language that the address asks for', async () => {
    const checker = await CheckerPage.open(stage, '?lang=nl', { locale: 'de' });
    await checker.page.getByRole('heading', { name: 'Een badge controleren' }).waitFor();
    await expect.poll(() => checker.page.locator('#language').inputValue()).toBe('nl');
  });

  it('leaves the page in English where the words of another language cannot be loaded', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.route('**/assets/de-*', (route) => route.abort());
    await checker.page.getByLabel('Language').selectOption('de');
    await checker.page.getByRole('heading', { name: 'Check a badge' }).waitFor();
    await checker.paste((await stage.issuer.issue()).json);
    expect(await checker.genuine().locator('.tile-answer span').textContent()).toBe('Signed, unaltered');
  });
});
