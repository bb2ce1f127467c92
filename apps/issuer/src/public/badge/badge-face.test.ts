import { expect, it } from 'vitest';
import { badgeSvg } from '../../images/badge-svg.js';
import { loadMetrics } from '../../images/font.js';
import { rasterise } from '../../images/rasterise.js';
import type { PublicIssuer } from '../reads.js';
import { ACHIEVEMENT_ID } from './badge.fixture.js';
import { faceOf } from './badge-face.js';

const issuer: PublicIssuer = {
  id: ACHIEVEMENT_ID,
  slug: 'acme',
  mode: 'live',
  did: 'did:web:badges.example:issuers:acme',
  name: 'Acme Academy',
  url: null,
  profile: {},
  suspended: null,
};
const draw = (profile: PublicIssuer['profile']): string =>
  badgeSvg(faceOf(ACHIEVEMENT_ID, 'Python', { ...issuer, profile }), loadMetrics(), 'any');

it('draws badges in the outline, the colour and with the logo that their issuer chose', async () => {
  const png = (await rasterise('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'))!;
  const logo = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const chosen = draw({ badgeDesign: { shape: 'circle', colour: '#1F4B8F', logo } });
  expect(chosen).toContain('stop-color="#1f4b8f"');
  expect(chosen).toContain('M256 14a242 242');
  expect(chosen).toContain(`href="${logo}"`);
  expect(draw({})).not.toContain('<image');
});

it('leaves out a logo that is no PNG', () => {
  expect(draw({ badgeDesign: { logo: 'data:image/png;base64,PHN2Zz4=' } })).not.toContain('<image');
});
