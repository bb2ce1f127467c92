import { verifyPages } from '@proofmark/verify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CheckerPage } from '../support/checker-page.js';
import { type Served, serveOnLoopback } from '../support/serve.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
/** A page whose operator trusts the issuer of the stage for all readers. */
let operated: Served;
beforeAll(async () => {
  stage = await Stage.set();
  operated = await serveOnLoopback(verifyPages({ home: 'https://check.example', trusted: [stage.issuer.did] }));
});
afterAll(async () => {
  await Promise.all([stage.strike(), operated.close()]);
});

const opened = (): Promise<CheckerPage> => CheckerPage.at(stage, `http://localhost:${operated.port}/verify/`);
const SAID = 'trusted by check.example, the operator of this page';

it('says of an issuer that the operator of the page trusts who trusts it, on the result and in what is only heard', async () => {
  const checker = await opened();
  await checker.paste((await stage.issuer.issue()).json);
  expect(await checker.verdict()).toBe('genuine-issuer-confirmed');
  expect(await checker.genuine().locator('.headline').textContent()).toBe(`Genuine, and ${SAID}.`);
  expect(await checker.page.locator('.issuer').first().textContent()).toContain('Trusted by check.example, the operator of this page.');
  expect(await checker.page.locator('proofmark-checker [role=status]').first().textContent()).toContain(SAID);
  expect(await checker.page.locator('.result').getByText('your list').count()).toBe(0);
  expect(await checker.page.getByRole('button', { name: 'Trust it no longer' }).count()).toBe(0);
});

it('says so in the table of many and in the file of it, and shows the operator’s whole list', async () => {
  const checker = await opened();
  const badges = await Promise.all([stage.issuer.issue(), stage.issuer.issue()]);
  await checker.paste(badges.map(({ url }) => url).join('\n'));
  await checker.page.locator('.count').waitFor();
  expect(await checker.rows().first().locator('.reason').textContent()).toBe(`Genuine, and ${SAID}.`);
  expect((await checker.save('Save as CSV')).text).toContain(`Genuine, and ${SAID}.`);
  await checker.page.getByText('Issuers you trust: none yet').click();
  expect(
    await checker.page.getByText(`check.example, the operator of this page, trusts for all readers: ${stage.issuer.did}.`).isVisible(),
  ).toBe(true);
});
