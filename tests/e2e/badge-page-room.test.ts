import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage } from '../flow/stage.js';
import { Browsing } from '../support/browsing.js';

// The element on the page of a badge: what it reserves before it is scrolled to is what its card takes.
let browsing: Browsing;
let address: string;

beforeAll(async () => {
  const { client, service } = await startStage();
  browsing = await Browsing.begin();
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' });
  const { id } = await client.achievements.create({
    issuerId,
    name: 'Web API design',
    description: 'Designs and tests an HTTP API.',
    criteria: { narrative: 'A reviewed project.' },
    evidencePolicy: { min: 1, pinned: 'required' },
  });
  const recipient = { email: 'ada@example.org', name: 'Ada Lovelace' };
  const evidence = [{ url: `${service.baseUrl}/issuers/school/did.json`, name: 'Todo API' }];
  ({ url: address } = await client.credentials.issue(id, { recipient, evidence }));
});
afterAll(() => browsing.end());

describe.each([390, 1280])('the check on the page of a badge, %i pixels wide', (width) => {
  it('has the room that it takes: nothing jumps, and nothing stays empty', async () => {
    const { page } = await browsing.open(address, { viewport: { width, height: 844 } });
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const element = page.locator('proofmark-badge');
    await element.scrollIntoViewIfNeeded();
    await element.locator('[data-verdict]').first().waitFor();
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0))).toBeLessThan(
      0.01,
    );
    const empty = await element.evaluate((host) => {
      const card = host.shadowRoot?.querySelector('.card');
      const last = [...(card?.children ?? [])].reduce((bottom, child) => Math.max(bottom, child.getBoundingClientRect().bottom), 0);
      return host.getBoundingClientRect().bottom - last;
    });
    expect(empty).toBeLessThan(48);
    await page.context().close();
  });
});
