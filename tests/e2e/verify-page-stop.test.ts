import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckerPage } from '../support/checker-page.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

describe('a long check', () => {
  it('shows how far it is, can be stopped, and goes on where it stopped', async () => {
    const badges = await Promise.all(Array.from({ length: 12 }, () => stage.issuer.issue()));
    const checker = await CheckerPage.open(stage);
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await checker.page.route('**/credentials/*', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await checker.paste(badges.map(({ url }) => url).join('\n'));
    await checker.page.getByText('Checking 0 of 12').waitFor();
    // An issuer is not run over.
    await expect.poll(() => checker.opened.requested.filter((url) => url.includes('/credentials/')).length).toBe(4);
    await checker.page.getByRole('button', { name: 'Stop' }).click();
    await checker.page.getByText('Stopped after 0 of 12').waitFor();
    letThrough();
    await checker.page.getByRole('button', { name: 'Go on' }).click();
    await checker.page.locator('.count', { hasText: '12 badges: 12 signed' }).waitFor();
  });
});

describe('a check that is stopped after some badges', () => {
  it('asks nobody about their work until it goes on', async () => {
    const [first, second] = [await stage.issuer.issue(), await stage.issuer.issue()];
    const checker = await CheckerPage.open(stage);
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await checker.page.route(second.url, (route) => held.then(() => route.continue()).catch(() => undefined));
    await checker.paste(`${first.url}\n${second.url}`);
    await checker.page.getByText('Checking 1 of 2').waitFor();
    await checker.page.getByRole('button', { name: 'Stop' }).click();
    await checker.page.getByText('Stopped after 1 of 2').waitFor();
    letThrough();
    // By the time a file of results is saved, the page has begun what it does after a check.
    await checker.save('Save as JSON');
    const forges = (): number => checker.opened.requested.filter((url) => url.startsWith('https://api.github.com/')).length;
    expect(forges()).toBe(0);
    await checker.page.getByRole('button', { name: 'Go on' }).click();
    await checker.page.locator('.count', { hasText: '2 badges: 2 signed' }).waitFor();
    await expect.poll(forges).toBeGreaterThan(0);
  });
});
