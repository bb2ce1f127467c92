import { describe, expect, it } from 'vitest';
import { BADGE_ID, BASE, fullBadge, ISSUER_OF_PAGE } from './badge/badge.fixture.js';
import { badgeView } from './badge/badge-view.js';
import { htmlSnippet } from './badge/sharing.js';
import { addresses } from './layout/addresses.js';
import { oembedOf } from './oembed.js';

const script = { version: '0123456789abcdef', integrity: `sha384-${'A'.repeat(64)}` };
const page = {
  id: BADGE_ID,
  badge: badgeView(JSON.stringify(fullBadge())),
  state: { kind: 'standing' },
  test: false,
  issuer: ISSUER_OF_PAGE,
} as const;
const at = addresses(BASE, script);
const none = { width: null, height: null };

describe('what other sites embed', () => {
  it('is the tag with a pinned script, the picture and the link', () => {
    const { html } = oembedOf(page, at, none);
    expect(html).toBe(htmlSnippet(page, at));
    expect(html).toContain(
      `<script type="module" src="${BASE}/embed/${script.version}/proofmark-badge.js" integrity="${script.integrity}" crossorigin="anonymous"></script>`,
    );
    expect(html).toContain(
      `<a href="${BASE}/credentials/${BADGE_ID}"><img src="${BASE}/credentials/${BADGE_ID}.svg" alt="Badge: Web API design"`,
    );
  });

  it('is called what it is: a test and a withdrawn badge say so first', () => {
    expect(oembedOf(page, at, none).title).toBe('Ada Lovelace earned Web API design');
    expect(oembedOf({ ...page, test: true }, at, none).title).toBe('TEST badge: Web API design');
    const withdrawn = { ...page, state: { kind: 'revoked', at: new Date(), reason: null } } as const;
    expect(oembedOf(withdrawn, at, none).title).toBe('Withdrawn badge: Web API design');
  });

  it('keeps to the room that the site has', () => {
    expect(oembedOf(page, at, none)).toMatchObject({ width: 448, height: 608, thumbnail_width: 512, thumbnail_height: 512 });
    expect(oembedOf(page, at, { width: 300, height: 200 })).toMatchObject({
      width: 300,
      height: 200,
      thumbnail_width: 200,
      thumbnail_height: 200,
    });
  });

  it('cannot be broken out of by a title', () => {
    const badge = { ...page.badge, title: '"></proofmark-badge><script>alert(1)</script>' };
    const { html } = oembedOf({ ...page, badge }, at, none);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/proofmark-badge>/g)).toHaveLength(1);
  });

  it('has a script that updates itself where none is pinned', () => {
    expect(htmlSnippet(page, addresses(BASE))).toContain(`src="${BASE}/embed/proofmark-badge.js"></script>`);
    expect(htmlSnippet(page, at, null)).not.toContain('integrity');
  });
});
