import { createHash } from 'node:crypto';
import { digestMultibase } from '@proofmark/evidence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import type { ServedBadge } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const WORK = 'The work, as it was judged.';

/** A badge over a file at `/work/essay.txt`, pinned by its digest. */
function withFile(): Promise<ServedBadge> {
  const digest = digestMultibase(createHash('sha256').update(WORK).digest());
  const id = `${stage.issuer.origin}/work/essay.txt`;
  return stage.issuer.issue({
    email: 'ada@example.org',
    evidence: [{ id, name: 'Essay', digestMultibase: digest, mediaType: 'text/plain' }],
  });
}

/** What the host of the work answers. */
async function serving(checker: CheckerPage, body: string): Promise<void> {
  const headers = { 'Access-Control-Allow-Origin': '*' };
  await checker.page.route('**/work/essay.txt', (route) => route.fulfill({ body, contentType: 'text/plain', headers }));
}

const same = (checker: CheckerPage) => checker.page.locator('.work li[data-same]').first().getAttribute('data-same');

describe('the work of one badge', () => {
  it.each([
    [WORK, 'matches', 'As it was judged'],
    ['Another work.', 'changed', 'Changed since'],
  ])('is looked at without being asked to: %j %s', async (body, answer, says) => {
    const badge = await withFile();
    const checker = await CheckerPage.open(stage);
    await serving(checker, body);
    await checker.paste(badge.json);
    await checker.page.locator(`.work li[data-same=${answer}]`).waitFor();
    expect(await checker.page.locator('.tile[aria-labelledby=work] .tile-answer', { hasText: says }).isVisible()).toBe(true);
    // Another question than whether the badge is genuine.
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    await checker.page.getByText('Who was asked for this').click();
    expect(await checker.page.locator('.contacted').textContent()).toContain('the work');
    expect(await accessibilityProblems(checker.page)).toEqual([]);
  });

  it('that a browser may not read is neither there nor gone', async () => {
    const badge = await withFile();
    const checker = await CheckerPage.open(stage);
    await checker.page.route('**/work/essay.txt', (route) => route.abort());
    await checker.paste(badge.json);
    await checker.page.getByText('Looked at').waitFor();
    expect(await same(checker)).toBe('not-checked');
  });

  it('is asked for once, also when another question follows', async () => {
    const badge = await withFile();
    const checker = await CheckerPage.open(stage);
    await checker.page.route('**/work/essay.txt', (route) => route.abort());
    await checker.paste(badge.json);
    await checker.page.getByText('Looked at').waitFor();
    const before = checker.opened.requested.length;
    await checker.page.getByLabel('E-mail address of the person').fill('ada@example.org');
    await checker.page.getByRole('button', { name: 'Compare' }).click();
    await checker.page.locator('.person[data-outcome=passed]').waitFor();
    expect(checker.opened.requested.slice(before)).toEqual([]);
  });

  it('is not looked at when the badge cannot be relied on', async () => {
    const badge = await withFile();
    const checker = await CheckerPage.open(stage);
    await checker.paste(badge.json.replace('Web API design', 'Web API Design'));
    expect(await checker.verdict()).toBe('do-not-rely');
    await checker.settled();
    expect(checker.opened.requested.some((url) => url.includes('/work/'))).toBe(false);
    expect(await checker.page.getByRole('button', { name: 'Look at the work now' }).count()).toBe(0);
  });
});

describe('the work of several badges', () => {
  it('is looked at without being asked to when they are few, each piece once', async () => {
    const badges = [await withFile(), await withFile()];
    const checker = await CheckerPage.open(stage);
    await serving(checker, WORK);
    await checker.paste(badges.map(({ json }) => json).join('\n'));
    await checker.settled();
    await checker
      .rows()
      .nth(1)
      .getByRole('button', { name: /^Details/ })
      .click();
    await checker.page.locator('.work li[data-same=matches]').waitFor();
    expect(checker.opened.requested.filter((url) => url.includes('/work/'))).toHaveLength(1);
  });

  it('is looked at when the reader says so when they are many', async () => {
    const badges = await Promise.all(Array.from({ length: 11 }, withFile));
    const checker = await CheckerPage.open(stage);
    await serving(checker, WORK);
    await checker.paste(badges.map(({ json }) => json).join('\n'));
    await checker.settled();
    expect(checker.opened.requested.some((url) => url.includes('/work/'))).toBe(false);
    expect(await checker.page.locator('[data-work=open]').count()).toBe(11);
    await checker.page.getByRole('button', { name: 'Look at the work of all badges now' }).click();
    await checker.page.locator('[data-work=matches]').nth(10).waitFor();
    await checker.page.getByRole('button', { name: 'Look at the work of all badges now' }).waitFor({ state: 'detached' });
    await checker
      .rows()
      .nth(1)
      .getByRole('button', { name: /^Details/ })
      .click();
    await checker.page.locator('.work li[data-same=matches]').waitFor();
    expect(checker.opened.requested.filter((url) => url.includes('/work/'))).toHaveLength(1);
  });
});
