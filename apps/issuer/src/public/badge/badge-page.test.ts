import { describe, expect, it } from 'vitest';
import type { WorkHistory } from '../../issuing/monitoring/work-log.js';
import { knownWork } from '../evidence/known-evidence.js';
import { addresses } from '../layout/addresses.js';
import { pageAssets } from '../layout/assets.js';
import { BADGE_ID, BASE, fullBadge, ISSUER_OF_PAGE, stored } from './badge.fixture.js';
import { badgePage } from './badge-page.js';
import { badgeState, badgeView } from './badge-view.js';

const NOW = new Date('2027-03-01T12:00:00Z');
const assets = pageAssets();
type Revoked = { readonly at: Date; readonly reason: string | null } | null;

function page({
  json = stored(),
  revoked = null as Revoked,
  suspended = null as Revoked,
  test = false,
  now = NOW,
  base = BASE,
  at = addresses(base),
  hasJwt = true,
  history = null as WorkHistory | null,
} = {}): string {
  const badge = badgeView(json);
  const state = badgeState(badge, { revoked, suspended }, now);
  return badgePage(
    {
      id: BADGE_ID,
      badge,
      state,
      test,
      issuer: ISSUER_OF_PAGE,
      organizationId: null,
      hasJwt,
      known: knownWork(history, now),
      versions: { successor: null, predecessor: null },
      endorsements: [],
    },
    at,
    assets,
  );
}

/** The visible text, tags gone. */
function words(markup: string): string {
  return markup
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&')
    .replace(/\s+/g, ' ');
}

describe('the page of a badge', () => {
  it('names the learner, the achievement and the issuer first, and at the end, once, what a reader should know', () => {
    const out = page();
    expect(words(out)).toMatch(/Ada Lovelace earned Web API design from badges\.example \(“ ?Acme Academy ?”\), 22 November 2026/);
    const headings = [...out.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    expect(headings).toEqual(['work', 'skills', 'results', 'criteria', 'check-here', 'take-away', 'know']);
    expect(words(out).match(/Only a check can vouch for it/g)).toHaveLength(1);
    expect(words(out).match(/not that they wrote it alone/g)).toHaveLength(1);
  });

  it('names the achievement alone where the badge names nobody', () => {
    const badge = fullBadge();
    const { identifier: _, ...subject } = badge.credentialSubject;
    const out = page({ json: JSON.stringify({ ...badge, credentialSubject: subject }) });
    expect(words(out)).toMatch(/Web API design from badges\.example/);
    expect(words(out)).not.toContain('earned');
  });

  it('has the element check the badge in the reader’s browser, by a script of this service that is pinned', () => {
    const script = { version: '12ab', integrity: 'sha384-abc' };
    const out = page({ at: addresses(BASE, script) });
    expect(out).toContain('<script type="module" src="/embed/12ab/proofmark-badge.js" integrity="sha384-abc" crossorigin="anonymous">');
    expect(out).toMatch(
      /<proofmark-badge src="https:\/\/badges\.example\/credentials\/[^"]+" variant="card"><a class="button" href="\/verify\/#url=/,
    );
    expect(page()).not.toContain('<script type="module"');
  });

  it('never says that the badge is verified or genuine', () => {
    expect(words(page())).not.toMatch(/\bverified\b|\bgenuine\b|\bauthentic\b|\btrusted\b/i);
  });

  it('says of each piece of work what it is, where it leads, and what that does not show', () => {
    const text = words(page());
    expect(text).toContain('Todo API, source ( github.com )'.replace('( github.com )', 'github.com'));
    // Nothing tells that the issuer has read the commit.
    expect(text).toMatch(
      /Source code · commit 0f3c1b2 .*Version not read by the issuer .*Fixed version No \. The link names a version, and the issuer has not read it\./,
    );
    expect(text).toContain('About some of the work, this page says what the issuer found. The rest it has not read.');
    expect(text).toMatch(/PDF document .*Fixed version .* fingerprint of this file/);
    expect(text).toMatch(/Web page|Running work/);
    expect(text).toMatch(/No fixed version .*Fixed version No \. The link leads to what stands there today\. It may have changed/);
    expect(text.match(/Same content Not checked/g)).toHaveLength(3);
  });

  it('shows three pieces and folds the rest', () => {
    const piece = { id: 'https://a.example/', type: ['Evidence'] as const };
    const out = page({ json: JSON.stringify({ ...fullBadge(), evidence: [piece, piece, piece, piece, piece] }) });
    expect(out).toContain('2 more pieces of work');
    expect(out.slice(0, out.indexOf('2 more pieces of work')).match(/<li class="piece project">/g)).toHaveLength(3);
  });

  it('says plainly when there is no work', () => {
    const { evidence: _, ...bare } = fullBadge();
    expect(words(page({ json: JSON.stringify(bare) }))).toContain('No work is attached to this badge.');
  });

  it('shows the host that the signature can prove, and marks what the issuer says of itself', () => {
    const text = words(page());
    expect(text).toContain('Issued under badges.example');
    expect(text).toContain('Says its name is Acme Academy');
    expect(text).toContain('Says its website is https://acme.example/ acme.example');
  });

  it('keeps the title of a withdrawn badge and gives date and reason', () => {
    const out = page({ revoked: { at: new Date('2027-02-03T10:20:00Z'), reason: 'The work was copied.\nWe are sorry.' } });
    expect(out).toContain('is-withdrawn');
    expect(out).toMatch(/<h1>.*<bdi>Web API design<\/bdi>.*<\/h1>/);
    expect(words(out)).toContain('Withdrawn. The issuer withdrew this badge on 3 February 2027 at 10:20 UTC');
    expect(words(out)).toContain('The work was copied. We are sorry.');
    expect(out).toContain('<meta name="robots" content="noindex">');
    expect(out).not.toContain('linkedin.com');
    expect(out).not.toContain('proofmark-badge.js');
  });

  it('says that a suspended badge does not count for now, with date and reason, and offers it to nobody', () => {
    const out = page({ suspended: { at: new Date('2027-02-03T10:20:00Z'), reason: 'The work is being looked at.' } });
    expect(out).toContain('is-withdrawn');
    // The colour of what does not count for now, not of what is not to be relied on.
    expect(out).toContain('class="notice suspended"');
    expect(out).not.toContain('class="notice withdrawn"');
    expect(words(out)).toContain('Suspended. The issuer suspended this badge on 3 February 2027 at 10:20 UTC');
    expect(words(out)).toContain('The work is being looked at.');
    expect(out).toContain('<meta name="robots" content="noindex">');
    expect(out).not.toContain('linkedin.com');
    const revoked = { at: new Date('2027-02-04T10:20:00Z'), reason: null };
    expect(words(page({ suspended: revoked, revoked }))).not.toContain('Suspended');
  });

  it('says when no reason was published', () => {
    expect(words(page({ revoked: { at: NOW, reason: null } }))).toContain('The issuer published no reason.');
  });

  it('says when a badge is no longer or not yet valid', () => {
    expect(words(page({ now: new Date('2029-01-01T00:00:00Z') }))).toContain(
      'No longer current. This badge was valid from 22 November 2026 at 09:00 UTC until 22 November 2028 at 09:00 UTC',
    );
    expect(words(page({ now: new Date('2026-01-01T00:00:00Z') }))).toContain('Not valid yet.');
  });

  it('says when a badge does not expire, names nobody, or cannot be withdrawn', () => {
    const badge = fullBadge();
    const { validUntil: _u, credentialStatus: _s, ...rest } = badge;
    const { identifier: _i, ...subject } = badge.credentialSubject;
    const text = words(page({ json: JSON.stringify({ ...rest, credentialSubject: subject }) }));
    expect(text).toContain('It does not expire');
    expect(text).toContain('The badge names nobody. It is tied to no e-mail address');
    expect(text).toContain('The issuer publishes no withdrawal list for this badge');
  });

  it('marks a test badge before everything else and offers it to nobody', () => {
    const out = page({ test: true });
    expect(out.indexOf('TEST badge.')).toBeLessThan(out.indexOf('<h1>'));
    expect(out).not.toContain('linkedin.com');
  });

  it('shows a result with the name of its description and level', () => {
    expect(words(page())).toContain('Grade A · With distinction');
  });

  it('offers the forms, the independent check and texts to paste', () => {
    const out = page();
    const address = `${BASE}/credentials/${BADGE_ID}`;
    expect(out).toContain(`href="/verify/#url=${encodeURIComponent(address)}"`);
    for (const form of ['png', 'svg', 'json', 'jwt']) expect(out).toContain(`href="/credentials/${BADGE_ID}.${form}" download`);
    expect(words(out)).toContain(
      `<script type="module" src="${BASE}/embed/proofmark-badge.js"></script> <proofmark-badge src="${address}">`,
    );
    expect(out).toContain(
      `<link rel="alternate" type="application/json+oembed" href="${BASE}/oembed?url=${encodeURIComponent(address)}&amp;format=json" title="Ada Lovelace earned Web API design">`,
    );
    expect(words(out)).toContain(`[![Badge: Web API design](${address}.svg)](${address})`);
    const linkedin = new URL(/https:\/\/www\.linkedin\.com[^"]*/.exec(out)![0].replace(/&amp;/g, '&'));
    expect(Object.fromEntries(linkedin.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      certId: BADGE_ID,
      name: 'Web API design',
      organizationName: 'Acme Academy',
      certUrl: address,
      issueYear: '2026',
      issueMonth: '11',
      expirationYear: '2028',
      expirationMonth: '11',
    });
    expect(page({ hasJwt: false })).not.toContain('.jwt');
  });

  it('works under a path, on the host that was asked', () => {
    const out = page({ base: 'https://example.org/badges' });
    expect(out).toContain('href="/badges/verify/#url=https%3A%2F%2Fexample.org%2Fbadges%2Fcredentials%2F');
    expect(out).toContain('src="/badges/credentials/');
  });

  it('needs no style, script or image from elsewhere, and none in its text', () => {
    const out = page();
    expect(out).not.toMatch(/<style|\sstyle=|<script(?! src="\/assets\/| type="application\/ld\+json")|\son[a-z]+=/);
    for (const [, source = ''] of out.matchAll(/<(?:img|script)[^>]* src="([^"]*)"/g)) expect(source).toMatch(/^\//);
  });

  it('has one main heading, one main landmark, a language, and labels for its texts', () => {
    const out = page();
    expect(out.match(/<h1/g)).toHaveLength(1);
    expect(out.match(/<main/g)).toHaveLength(1);
    expect(out).toContain('<html lang="en">');
    for (const [, id] of out.matchAll(/<textarea id="([^"]+)"/g)) expect(out).toContain(`<label for="${id}">`);
  });
});
