import { createHash } from 'node:crypto';
import { digestMultibase } from '@proofmark/evidence';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import { type Served, serveOnLoopback } from '../support/serve.js';
import { Stage } from '../support/stage.js';

const WORK = 'An essay.';

let stage: Stage;
/** A host that lets no page of another site read what it serves: it answers everybody, and says nothing of CORS. */
let silent: Served;
let served: string;
beforeAll(async () => {
  stage = await Stage.set();
  const app = new Hono();
  app.get('/badge', (c) => c.body(served, 200, { 'Content-Type': 'application/json' }));
  app.get('/page', (c) => c.html('<!doctype html><title>A page, not a badge</title>'));
  app.get('/essay.txt', (c) => c.text(WORK));
  silent = await serveOnLoopback(app);
});
beforeEach(async () => {
  // Without work: the relay would be asked about that, too.
  served = (await stage.issuer.issue({ evidence: [] })).json;
  silent.asked.length = 0;
});
afterAll(async () => {
  await Promise.all([stage.strike(), silent.close()]);
});

const at = (path: string): string => `http://localhost:${silent.port}${path}`;
const relayed = (checker: CheckerPage) => checker.opened.requested.filter((url) => url.endsWith('/verify/relay'));
const useRelay = (checker: CheckerPage) => checker.page.getByRole('button', { name: 'Ask through this site' }).click();

describe('a host that no page may read', () => {
  it('could not be asked, until the reader lets this site ask', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste(at('/badge'));
    expect(await checker.verdict()).toBe('unfinished');
    await checker.page.getByText(`1 host did not answer your browser: localhost:${silent.port}.`).waitFor();
    expect(relayed(checker)).toEqual([]);
    expect(await accessibilityProblems(checker.page)).toEqual([]);

    await useRelay(checker);
    await checker.page.locator('.result[data-verdict=genuine-issuer-unknown]').waitFor();
    expect(relayed(checker)).toHaveLength(1);
    await checker.page.getByText('Who was asked for this').click();
    const contacted = checker.page.locator('.contacted li');
    expect(await contacted.filter({ hasText: String(silent.port) }).textContent()).toContain('asked by this site for you');
    expect(await contacted.filter({ hasText: new URL(stage.issuer.origin).port }).textContent()).not.toContain('asked by this site');
    // Nothing of what was asked stands in an address.
    expect(relayed(checker).join()).not.toContain('badge');
    expect(checker.opened.complaints).toEqual([]);
  });

  it('is asked by this site no longer when the reader says so', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste(at('/badge'));
    await useRelay(checker);
    await checker.page.locator('.result[data-verdict=genuine-issuer-unknown]').waitFor();
    await checker.page.getByRole('button', { name: 'Stop that' }).click();
    await checker.paste(at('/badge?again'));
    await checker.page.locator('.result[data-verdict=unfinished]').waitFor();
    expect(relayed(checker)).toHaveLength(1);
  });

  it('that serves a web page hands none of it on', async () => {
    const checker = await CheckerPage.open(stage);
    await checker.paste(at('/page'));
    await checker.verdict();
    await useRelay(checker);
    await checker.settled();
    expect(await checker.verdict()).toBe('unfinished');
    expect(silent.asked.filter((request) => request === 'GET /page')).toHaveLength(2);
  });

  it.each([
    [WORK, 'matches'],
    ['Another essay.', 'changed'],
  ])('has its work compared by digests alone: judged %j, %s', async (judged, same) => {
    const digest = digestMultibase(createHash('sha256').update(judged).digest());
    const badge = await stage.issuer.issue({ evidence: [{ id: at('/essay.txt'), name: 'Essay', digestMultibase: digest }] });
    const checker = await CheckerPage.open(stage);
    await checker.paste(badge.json);
    await checker.page.locator('.work li[data-same=not-checked]', { hasText: 'Looked at' }).waitFor();
    const [answer] = await Promise.all([checker.page.waitForResponse('**/verify/relay'), useRelay(checker)]);
    await checker.page.locator(`.work li[data-same=${same}]`).waitFor();
    expect(await answer.json()).not.toHaveProperty('body');
  });
});

it('a CV whose links no page may read is asked through this site', async () => {
  const checker = await CheckerPage.open(stage);
  await checker.paste(`I am Ada. My page: ${at('/page')} and my badge: ${at('/badge')}`);
  await checker.page.getByText('2 other links without a badge that we could see').waitFor();
  await useRelay(checker);
  expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  await checker.page.getByText('1 other link without a badge').waitFor();
});

it('no relay is offered where there is none, and no page of another site can use ours', async () => {
  const checker = await CheckerPage.open(stage);
  await checker.page.locator('proofmark-checker').evaluate((element) => element.removeAttribute('relay'));
  await checker.paste(at('/badge'));
  expect(await checker.verdict()).toBe('unfinished');
  await checker.settled();
  expect(await checker.page.getByRole('button', { name: 'Ask through this site' }).count()).toBe(0);

  const elsewhere = await stage.open(stage.hostPage(''));
  const answer = await elsewhere.page.evaluate(
    (url) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"url":"https://a.example/","for":"badge"}',
      }).then(
        ({ status }) => String(status),
        () => 'refused',
      ),
    `${stage.issuer.origin}/verify/relay`,
  );
  expect(answer).toBe('refused');
});
