import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Browsing, Opened } from './browsing.js';

/** Makes a new member of the organisation whose owner has a page of the console open; answers the console as they see it. */
export async function joined(
  browsing: Browsing,
  owner: Page,
  role: 'issuer' | 'assessor' | 'viewer',
  email = `${role}@school.example`,
): Promise<Opened> {
  const invited = await owner.evaluate(
    async (invitation) => {
      const token =
        document.cookie
          .split('; ')
          .find((cookie) => cookie.includes('proofmark-csrf'))
          ?.split('=')[1] ?? '';
      const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
      const me = await (await fetch('/v1/me', { headers })).json();
      const path = `/v1/organisations/${me.organisations[0].id}/invitations`;
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(invitation) })).status;
    },
    { role, email },
  );
  expect(invited).toBeLessThan(300);
  const opened = await browsing.open(new URL('/console/mail', owner.url()).href);
  const { page } = opened;
  await page
    .getByRole('link', { name: /#pm_invite_/ })
    .first()
    .click();
  await page.getByLabel('Your name').fill('Katherine Johnson');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return opened;
}
