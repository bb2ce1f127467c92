import { afterAll, beforeAll, expect, it } from 'vitest';
import { rasterise } from '../../images/rasterise.js';
import { type PublicService, publicService } from '../public-routes.fixture.js';

let service: PublicService;
beforeAll(async () => {
  service = await publicService();
});
afterAll(() => service.database.close());

it('shows the logo of an issuer on its page, and says whose choice it is', async () => {
  expect((await service.get('/issuers/acme/logo.png')).status).toBe(404);
  expect(await (await service.get('/issuers/acme', { accept: 'text/html' })).text()).not.toContain('logo.png');
  const png = (await rasterise('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'))!;
  const logo = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  await service.database.pool.query('UPDATE issuer SET profile = $1', [JSON.stringify({ badgeDesign: { logo } })]);
  const page = await (await service.get('/issuers/acme', { accept: 'text/html' })).text();
  expect(page).toContain('<img src="/issuers/acme/logo.png" alt="Logo that this account chose">');
  expect(page).toContain('It chose the name, the logo, the website and the description itself.');
  const answer = await service.get('/issuers/acme/logo.png');
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(png));
});
