import { PUBLIC_LANGUAGES } from '@proofmark/messages/public';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClaimStage } from '../claim/claim.fixture.js';

const stage = new ClaimStage();
let badge: string;
const [IMPRINT, PRIVACY] = ['https://acme.example/impressum', 'https://acme.example/privacy?a=1&b=2'];
const change = (body: object) => stage.api.call('PATCH', `/v1/issuers/${stage.acme.issuer.id}`, { key: stage.acme.key, body });
const HTML = { accept: 'text/html' };
const page = async (path: string, headers: Record<string, string> = HTML) =>
  (await stage.get(new URL(path, 'http://localhost:3000').href, headers)).text();
beforeAll(async () => {
  await stage.open();
  badge = await stage.issue();
  expect((await change({ imprintUrl: IMPRINT, privacyUrl: PRIVACY })).body).toMatchObject({ imprintUrl: IMPRINT, privacyUrl: PRIVACY });
});
afterAll(() => stage.close());

describe('imprint and privacy policy of an issuer', () => {
  it('stand on every page of the issuer, in every language', async () => {
    const paths = [
      `/credentials/${badge}`,
      '/issuers/acme',
      `/achievements/${stage.acme.achievement.id}`,
      (await stage.linkTo(badge)).url,
      await stage.claim(await stage.issue()),
      '/issuers/acme/keys/none',
    ];
    for (const { language } of PUBLIC_LANGUAGES) {
      const { imprint, privacy } = language.texts.frame;
      const name = { issuer: '' };
      for (const path of paths) {
        const html = await page(path, { ...HTML, 'accept-language': language.lang });
        expect(html, path).toContain(`href="${IMPRINT}" rel="noopener noreferrer nofollow ugc"><bdi>${imprint(name).trim().split(' ')[0]}`);
        expect(html, path).toContain('href="https://acme.example/privacy?a=1&amp;b=2"');
        expect(html).toContain(privacy(name).trim().split(' ')[0]);
      }
    }
  });

  it('stand on the pages of a badge that its learner hides, and of the links that no longer work', async () => {
    const id = await stage.issue();
    const { url } = await stage.linkTo(id);
    const own = `http://localhost:3000${(await stage.press(url)).headers.get('location')}`;
    expect(await page(url)).toContain(IMPRINT);
    await stage.answer(own);
    expect(await page(`/credentials/${id}`)).toContain(IMPRINT);
  });

  it('are https addresses, and go with null', async () => {
    for (const imprintUrl of ['http://acme.example/', 'javascript:alert(1)', 'https://ada:b@acme.example/', '', 7])
      expect((await change({ imprintUrl })).status).toBe(422);
    expect((await change({ imprintUrl: null, privacyUrl: null })).body).toMatchObject({ imprintUrl: null, privacyUrl: null });
    expect(await page('/issuers/acme')).not.toContain('acme.example/impressum');
  });

  it('can be given with a new issuer', async () => {
    const made = await stage.api.call('POST', '/v1/issuers', { body: { slug: 'legal', name: 'Legal', imprintUrl: IMPRINT } });
    expect(made.body).toMatchObject({ imprintUrl: IMPRINT, privacyUrl: null });
  });
});

describe('a page of an issuer that the operator has suspended', () => {
  it('says so, since when and why, and offers nothing to show off with', async () => {
    const id = await stage.issue();
    const suspended = await stage.api.call('POST', `/v1/issuers/${stage.acme.issuer.id}/suspend`, {
      body: { reason: 'It is <b>not</b> Acme.' },
    });
    expect(suspended.status).toBe(200);
    for (const path of [`/credentials/${id}`, '/issuers/acme', `/achievements/${stage.acme.achievement.id}`]) {
      const html = await page(path);
      expect(html, path).toMatch(/The operator of <strong>localhost:3000<\/strong> has suspended/);
      expect(html, path).toContain('It is &lt;b&gt;not&lt;/b&gt; Acme.');
    }
    const html = await page(`/credentials/${id}`);
    expect(html).not.toContain('linkedin.com');
    expect(html).not.toContain('application/ld+json">{');
    expect(html).toContain('content="noindex"');
    const did = JSON.parse(await page('/issuers/acme/did.json', {}));
    expect(did).toMatchObject({ suspended: expect.stringMatching(/^\d{4}-.*Z$/), suspensionReason: 'It is <b>not</b> Acme.' });
    expect(did.assertionMethod.length).toBeGreaterThan(0);
    const badgeItself = await page(`/credentials/${id}.json`, {});
    await stage.api.call('POST', `/v1/issuers/${stage.acme.issuer.id}/resume`);
    expect(await page(`/credentials/${id}.json`, {})).toBe(badgeItself);
    expect(await page('/issuers/acme')).not.toContain('has suspended');
    expect(JSON.parse(await page('/issuers/acme/did.json', {}))).not.toHaveProperty('suspended');
  });
});
