import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage, testFile } from '../support/checker-page.js';
import { inPng } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await Stage.set();
  folder = await mkdtemp(join(tmpdir(), 'ten-badges-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await stage.strike();
});

/** A folder of ten badges, of which one was altered and one withdrawn, and what a system puts beside them. */
async function tenBadges(): Promise<string> {
  const { issuer } = stage;
  const inside = join(folder, 'inside');
  await mkdir(inside, { recursive: true });
  for (let index = 0; index < 8; index += 1) {
    const { json } = await issuer.issue({ recipientName: `=HYPERLINK("https://evil.example/${index}")`, email: `p${index}@example.org` });
    await writeFile(join(index < 4 ? folder : inside, `good-${index}.${index % 2 ? 'png' : 'json'}`), index % 2 ? inPng(json) : json);
  }
  const altered = await issuer.issue({ tamper: (badge) => ({ ...badge, name: 'Master of everything' }) });
  const withdrawn = await issuer.issue();
  issuer.revoke(withdrawn);
  await writeFile(join(folder, 'altered.json'), altered.json);
  await writeFile(join(inside, 'withdrawn.json'), withdrawn.json);
  await writeFile(join(folder, '.DS_Store'), 'not for people');
  return folder;
}

describe('a folder of ten badges with two bad ones', () => {
  it('is a table, worst first, that can be read, opened and taken away', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.getByLabel('Choose a folder').setInputFiles(await tenBadges());
    await checker.settled();
    expect(await checker.verdicts()).toEqual(['do-not-rely', 'do-not-rely', ...Array(8).fill('genuine-issuer-unknown')]);
    await checker.page
      .getByText('10 badges: 2 you should not rely on, 8 signed and unaltered, from issuers not known to you.', { exact: true })
      .waitFor();
    expect(await checker.rows().nth(0).textContent()).toContain('altered.json');
    // Why, whose, and what is known of the work, without opening anything.
    expect(await checker.rows().nth(1).locator('.reason').textContent()).toContain('The issuer has withdrawn this badge');
    expect(await checker.rows().nth(2).textContent()).toContain('HYPERLINK');
    expect(await checker.rows().nth(0).locator('[data-work]').getAttribute('data-work')).toBe('skipped');
    // The keys and the list of an issuer are asked for once, however many badges there are.
    expect(checker.opened.requested.filter((url) => url.endsWith('did.json'))).toHaveLength(1);
    expect(checker.opened.requested.filter((url) => url.includes('/status/'))).toHaveLength(1);

    await checker
      .rows()
      .nth(1)
      .getByRole('button', { name: /^Details/ })
      .click();
    expect(await checker.verdict()).toBe('do-not-rely');
    expect(
      await checker.page.locator('#opened').evaluate((heading) => heading === (heading.getRootNode() as ShadowRoot).activeElement),
    ).toBe(true);
    await checker.page.getByRole('button', { name: 'Back to the list' }).click();
    expect(
      await checker
        .rows()
        .nth(1)
        .getByRole('button')
        .evaluate((button) => button === (button.getRootNode() as ShadowRoot).activeElement),
    ).toBe(true);
  });

  it('goes into a spreadsheet that runs none of it', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.getByLabel('Choose a folder').setInputFiles(await tenBadges());
    await checker.settled();
    const { name, text } = await checker.save('Save as CSV');
    expect(name).toMatch(/^badges-\d{4}-\d\d-\d\d\.csv$/);
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });
    expect(rows).toHaveLength(10);
    expect(rows.map(({ verdict }) => verdict)).toEqual(await checker.verdicts());
    expect(rows[0]).toMatchObject({ because: 'signature', badge: 'Web API design', work: expect.stringContaining('github.com/ada') });
    expect(rows.every(({ this_person, issuer_id }) => this_person === 'not-asked' && issuer_id === stage.issuer.did)).toBe(true);
    for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.at(-1)?.recipient_name).toMatch(/^'=HYPERLINK/);
  });

  it('goes into a file with every check', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.getByLabel('Choose a folder').setInputFiles(await tenBadges());
    await checker.settled();
    const reports = JSON.parse((await checker.save('Save as JSON')).text) as {
      input: string;
      verdict: string;
      checks: object;
      checkedAt: string;
    }[];
    expect(reports.map(({ verdict }) => verdict)).toEqual(await checker.verdicts());
    expect(reports[0]?.input).toMatch(/altered\.json$/);
    expect(Object.keys(reports[0]?.checks ?? {})).toHaveLength(19);
  });

  it('is compared with one person, without telling anybody', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.getByLabel('Choose a folder').setInputFiles(await tenBadges());
    await checker.settled();
    const before = checker.opened.requested.length;
    await checker.page.getByLabel('E-mail address of the person').fill('P3@example.org');
    await checker.page.getByRole('button', { name: 'Compare' }).click();
    await checker.rows().filter({ hasText: 'The address matches' }).waitFor();
    await checker.settled();
    expect(await checker.rows().filter({ hasText: 'Another address' }).count()).toBe(7);
    // Another worker may load the page's own files once more; they say nothing of whom was asked about.
    expect(checker.askedSince(before)).toEqual([]);
    expect((await checker.save('Save as JSON')).text.toLowerCase()).not.toContain('p3@example');
  });
});

describe('a text with links in it', () => {
  it('is asked for its badges; other links are named, and no fault', async () => {
    const [first, second] = [await stage.issuer.issue(), await stage.issuer.issue()];
    const cv = `Ada Example\nSoftware developer\n\nBadges: ${first.url}, ${second.url}.\nWork: https://github.com/ada/bookshop
Profile: https://www.linkedin.com/in/ada\nHome: ${stage.issuer.origin}/nothing-there`;
    const checker = await CheckerPage.open(stage);
    await checker.choose(testFile('cv.txt', cv));
    await checker.settled();
    expect(await checker.verdicts()).toEqual(['genuine-issuer-unknown', 'genuine-issuer-unknown']);
    await checker.page.getByText('Found 2 badges in cv.txt.').waitFor();
    await checker.page.getByText('hand out none: github.com, linkedin.com.').waitFor();
    await checker.page.getByText('1 other link without a badge').click();
    await checker.page.getByText('/nothing-there: did not answer').waitFor();
    // The forge is asked about the work of the badges, and about no link of the text.
    const asked = checker.opened.requested.filter((url) => !url.startsWith(stage.issuer.origin));
    expect(asked.filter((url) => !url.startsWith('https://api.github.com/repos/ada/bookshop/git/commits/'))).toEqual([]);
  });

  it('shows its only badge in full', async () => {
    const badge = await stage.issuer.issue();
    const checker = await CheckerPage.open(stage);
    await checker.paste(`Badge ${badge.url}, home ${stage.issuer.origin}/nothing-there`);
    await checker.settled();
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(await checker.rows().count()).toBe(0);
  });

  it('that is a list of links answers for each of them', async () => {
    const badge = await stage.issuer.issue();
    const checker = await CheckerPage.open(stage);
    await checker.paste(`${badge.url}\n${stage.issuer.origin}/credentials/none`);
    await checker.settled();
    expect(await checker.verdicts()).toEqual(['unfinished', 'genuine-issuer-unknown']);
  });

  it('is cut where it is too long, and says so', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.route('**/credentials/**', (route) => route.abort());
    await checker.paste(Array.from({ length: 203 }, (_, index) => `${stage.issuer.origin}/credentials/${index}`).join('\n'));
    await checker.page.getByText('This page checks 200 at a time. 3 more were left out').waitFor({ timeout: 170_000 });
    expect(await checker.rows().count()).toBe(200);
  });

  it('draws its table a few times a second, not with each answer', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.page.route('**/credentials/**', (route) => route.abort());
    const drawn = checker.page.evaluate(
      () =>
        new Promise<{ draws: number; took: number }>((resolve) => {
          const page = document.querySelector('proofmark-checker') as HTMLElement & { performUpdate(): void };
          const [draw, begun] = [page.performUpdate.bind(page), performance.now()];
          let draws = 0;
          page.performUpdate = () => {
            draws += 1;
            draw();
            if (page.shadowRoot?.querySelector('.count') != null) resolve({ draws, took: performance.now() - begun });
          };
        }),
    );
    await checker.paste(Array.from({ length: 100 }, (_, index) => `${stage.issuer.origin}/credentials/${index}`).join('\n'));
    const { draws, took } = await drawn;
    // Ten a second, and those of the form, of its progress and of parts that come. One for each beginning and end would be two hundred.
    expect(draws).toBeLessThan(40 + took / 100);
  });
});

/** Words of the cells of a column that are broken inside, as the browser has laid them out. */
function brokenWords(checker: CheckerPage, cells: string): Promise<string[]> {
  return checker.page.locator(`proofmark-checker ${cells}`).evaluateAll((found) =>
    found.flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );
}

describe('names in the table', () => {
  const NAMES = ['Ada Lovelace', 'Bartholomew Featherstonehaugh', 'Wilhelmina Grünewald-Oberhauser'];

  it.each([320, 390, 720, 900, 1280])('are not broken inside words, on %i pixels', async (width) => {
    const badges = await Promise.all(
      NAMES.map((recipientName) =>
        stage.issuer.issue({ recipientName, email: 'somebody@example.org', issuerName: 'Northside Code School' }),
      ),
    );
    const checker = await CheckerPage.open(stage, '', { viewport: { width, height: 900 } });
    await checker.paste(`[${badges.map(({ json }) => json).join(',')}]`);
    await checker.settled();
    await checker.page.getByLabel('E-mail address of the person').fill('ada@example.org');
    await checker.page.getByRole('button', { name: 'Compare', exact: true }).first().click();
    await checker.rows().filter({ hasText: 'Another address' }).first().waitFor();
    expect((await checker.rows().allTextContents()).join()).toContain('Featherstonehaugh');
    // Where rows are blocks, the heads of the columns are for screen readers alone.
    const seen = width < 896 ? [] : ['thead th:not(:last-child)'];
    for (const cells of [...seen, 'td[data-label]', '.verdict-word']) expect(await brokenWords(checker, cells), cells).toEqual([]);
    expect(await checker.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  });

  it.each([
    ['of 300 letters without a space', 'x'.repeat(300)],
    ['of 300 letters', 'Ada '.repeat(75).trim()],
    ['from right to left', 'عائشة بنت محمد שרה לוי '.repeat(12).trim()],
    ['with many marks', `A${'\u0301'.repeat(200)}da Lovelace`],
  ])('%s keep the table inside its page', async (_, name) => {
    const badges = await Promise.all(
      [name, 'Ada Lovelace'].map((recipientName) => stage.issuer.issue({ recipientName, issuerName: name })),
    );
    for (const width of [320, 900, 1280]) {
      const checker = await CheckerPage.open(stage, '', { viewport: { width, height: 900 } });
      await checker.paste(`[${badges.map(({ json }) => json).join(',')}]`);
      await checker.settled();
      const [table, place] = await checker.page
        .locator('proofmark-checker .badges')
        .evaluate((all) => [all.scrollWidth, all.parentElement?.clientWidth ?? 0]);
      expect(table, `${width}`).toBeLessThanOrEqual(place ?? 0);
      const details = checker
        .rows()
        .first()
        .getByRole('button', { name: /^Details/ });
      expect((await details.boundingBox())?.width).toBeGreaterThan(44);
    }
  });
});

it.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  ['forced colours', { forcedColors: 'active' as const }],
  ['320 pixels', { viewport: { width: 320, height: 800 } }],
])('axe finds nothing in the table: %s', async (_name, options) => {
  const bad = await stage.issuer.issue({ tamper: (badge) => ({ ...badge, name: 'x'.repeat(300) }) });
  const good = await stage.issuer.issue();
  const checker = await CheckerPage.open(stage, '', options);
  await checker.paste(`[${bad.json},${good.json}]`);
  await checker.settled();
  await checker
    .rows()
    .nth(0)
    .getByRole('button', { name: /^Details/ })
    .click();
  await checker.verdict();
  expect(await accessibilityProblems(checker.page)).toEqual([]);
  expect(await checker.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});
