import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizeOfPng } from '../../images/png.js';
import { rasterise } from '../../images/rasterise.js';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
let logo: string;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  logo = await pngOf(64);
});
afterAll(() => api.close());

async function pngOf(width: number): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width / 2}"><rect width="9" height="9" fill="#ff0000"/></svg>`;
  return dataUri((await rasterise(svg, width))!);
}

const dataUri = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
const patch = (badgeDesign: unknown) => api.call('PATCH', `/v1/issuers/${acme.issuer.id}`, { key: acme.key, body: { badgeDesign } });
const preview = (body: unknown, key: string | null = acme.key) => api.call('POST', '/v1/badge-images/preview', { key, body });

describe('the design of an issuer’s badge images', () => {
  it('is changed member by member, and removed by null', async () => {
    expect((await patch({ shape: 'shield', colour: '#1F4B8F', logo })).body.badgeDesign).toEqual({
      shape: 'shield',
      colour: '#1F4B8F',
      logo,
    });
    expect((await patch({ colour: '#ffcc00', logo: null })).body.badgeDesign).toEqual({ shape: 'shield', colour: '#ffcc00' });
    const other = await api.call('PATCH', `/v1/issuers/${acme.issuer.id}`, { key: acme.key, body: { description: 'A school.' } });
    expect(other.body.badgeDesign).toEqual({ shape: 'shield', colour: '#ffcc00' });
    expect((await patch({ shape: null, colour: null })).body.badgeDesign).toBeNull();
    await patch({ shape: 'circle' });
    expect((await patch(null)).body.badgeDesign).toBeNull();
  });

  it('can be given with a new issuer', async () => {
    const badgeDesign = { shape: 'circle', colour: '#1f4b8f', logo };
    const made = await api.call('POST', '/v1/issuers', { body: { slug: 'designed', name: 'Designed', badgeDesign } });
    expect(made.body.badgeDesign).toEqual(badgeDesign);
  });

  it.each([
    ['no PNG', async () => 'data:image/png;base64,PHN2Zz48L3N2Zz4AAAAA', 'not-an-image'],
    ['no base64', async () => 'data:image/png;base64,A', 'not-an-image'],
    ['larger than 16 KiB', async () => dataUri(new Uint8Array(16 * 1024 + 1)), 'too-long'],
    // Black, of one colour: a few kilobytes that would unpack to many megabytes.
    ['of too many pixels', () => pngOf(1100), 'not-allowed'],
  ])('has no logo that is %s', async (_, make, code) => {
    const bad = await make();
    expect(problemIn(await patch({ logo: bad })).errors).toEqual([['/badgeDesign/logo', code]]);
    const made = await api.call('POST', '/v1/issuers', { body: { slug: 'bad-logo', name: 'X', badgeDesign: { logo: bad } } });
    expect(problemIn(made).errors).toEqual([['/badgeDesign/logo', code]]);
    expect(problemIn(await preview({ title: 'Python', design: { logo: bad } })).errors).toEqual([['/design/logo', code]]);
  });
});

describe('POST /v1/badge-images/preview', () => {
  it('draws in the design of the issuer, and in another one to try', async () => {
    await patch({ shape: 'shield', colour: '#1f4b8f' });
    const own = await preview({ title: 'Python' });
    expect(own.status).toBe(200);
    expect(own.body.svg).toContain('stop-color="#1f4b8f"');
    expect(own.body.contrast).toBeGreaterThanOrEqual(4.5);
    expect(sizeOfPng(Buffer.from(own.body.png.slice('data:image/png;base64,'.length), 'base64'))).toEqual({ width: 512, height: 512 });
    const tried = await preview({ title: 'Python', design: { colour: '#ffee00', logo } });
    expect(tried.body.svg).toContain('stop-color="#ffee00"');
    expect(tried.body.svg).toContain(`href="${logo}"`);
    expect((await api.call('GET', `/v1/issuers/${acme.issuer.id}`, { key: acme.key })).body.badgeDesign.colour).toBe('#1f4b8f');
  });

  it('draws in the colour that badges of the issuer have, where none is chosen', async () => {
    await patch(null);
    const { body } = await api.call('GET', `/v1/achievements/${acme.achievement.id}`, { key: acme.key });
    const colour = /stop-color="(#[\da-f]{6})"/.exec((await preview({ title: body.achievement.name })).body.svg)?.[1];
    const named = await preview({ issuerId: acme.issuer.id, title: 'Other' }, api.adminKey);
    expect(named.body.svg).toContain(`stop-color="${colour}"`);
    expect((await preview({ title: 'Other' }, api.adminKey)).status).toBe(200);
  });

  it('stores nothing', async () => {
    const before = await api.rowCounts();
    await preview({ title: '<script>', design: { shape: 'rosette' } });
    expect(await api.rowCounts()).toEqual(before);
  });
});
