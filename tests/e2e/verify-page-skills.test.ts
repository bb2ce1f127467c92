import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

it('says which badge and which work name a role’s skills, which are old, and which are missing, and ranks nobody', async () => {
  const { issuer } = stage;
  const fresh = await issuer.issue();
  const old = await issuer.issue({
    achievement: { id: `${issuer.origin}/achievements/2`, name: 'SQL basics', description: 'Queries.', criteria: { narrative: 'A test.' } },
    validFrom: Date.UTC(2019, 0, 1),
  });
  const forged = await issuer.issue({ tamper: (badge) => ({ ...badge, name: 'x' }) });
  const checker = await CheckerPage.open(stage);
  await checker.paste(`[${fresh.json},${old.json},${forged.json.replaceAll('Web API design', 'Rocket science')}]`);
  await checker.settled();
  const before = checker.opened.requested.length;
  await checker.page.getByText('Compare with the skills of a role').click();
  await checker.page
    .getByLabel('Skills, one on each line')
    .fill('We need someone who knows: REST APIs\n- bookshop API\nSQL, Rocket science\nKnitting');
  await checker.page.locator('.skills').getByRole('button', { name: 'Compare' }).click();

  const group = (state: string) => checker.page.locator(`.coverage[data-state=${state}]`).textContent();
  expect((await group('current'))?.replace(/\s+/g, ' ')).toMatch(
    /bookshop API.*Web API design names it in its work.*Work that names it: Bookshop API \(opens github\.com\)/,
  );
  expect(await group('old')).toMatch(/SQL[\s\S]*SQL basics names it in its name/);
  expect(await group('unproven')).toMatch(/Rocket science/);
  expect(await group('not-shown')).toContain('Knitting');
  // The matrix says the same in a word for each badge and each skill.
  const row = (skill: string) => checker.page.locator('.matrix tbody tr', { hasText: skill }).locator('td').allTextContents();
  const words = async (skill: string) => (await row(skill)).map((cell) => cell.replace(/\s+/g, ' ').trim()).sort();
  expect(await words('REST APIs')).toEqual(['Named in other words', 'Not named', 'Not named']);
  expect(await words('SQL')).toEqual(['Named old', 'Not named', 'Not named']);
  expect(await group('current')).toContain('“Web API” is another name for it.');
  // On a phone the matrix scrolls by itself, and the page does not.
  await checker.page.setViewportSize({ width: 390, height: 844 });
  expect(await checker.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await checker.page.setViewportSize({ width: 1280, height: 720 });
  expect(await checker.page.locator('.skills').textContent()).not.toMatch(/%|score:|rank:/i);
  expect(checker.askedSince(before)).toEqual([]);
  expect(await accessibilityProblems(checker.page)).toEqual([]);
});
