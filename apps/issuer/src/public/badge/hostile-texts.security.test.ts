import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievementPage } from '../achievement/achievement-page.js';
import type { KnownWork } from '../evidence/known-evidence.js';
import { issuerPage } from '../issuer/issuer-page.js';
import { addresses } from '../layout/addresses.js';
import { pageAssets } from '../layout/assets.js';
import { elementsOf, textOf } from '../layout/markup.fixture.js';
import type { PublicAchievement, PublicIssuer } from '../reads.js';
import { ACHIEVEMENT_ID, BADGE_ID, BASE, fullBadge, stored, suspendedIssuerOfPage } from './badge.fixture.js';
import { badgePage } from './badge-page.js';
import { badgeState, badgeView } from './badge-view.js';

// T13: markup in every text of a badge.

const CORPUS = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '\'"><img src=x onerror=alert(1)>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1)) ![x](data:text/html,<script>)',
  '](javascript:alert(1))[',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--<script>',
  ']]><script>alert(1)</script>',
  '\u2028\u2029<b>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=//evil.example>',
  '{{alert(1)}}<%= alert(1) %>',
  '\u202egnp.exe\u2066',
  'MIT\u200b\u2060\ufeff\u061c\u200f\u{e0041}\u00ad, issuer confirmed \u2705\u2713',
];
const at = addresses(BASE);
const assets = pageAssets();
const NOW = new Date('2027-03-01T12:00:00Z');

const TAGS =
  'a article bdi blockquote body br circle code dd details div dl dt em footer h1 h2 h3 head header hr html img label li link main meta nav ol p path pre proofmark-badge rect script section span strong summary svg textarea time title ul'.split(
    ' ',
  );
const ATTRIBUTES =
  'alt aria-current aria-hidden aria-label aria-labelledby charset class content cx cy d data-address data-copy data-copy-link data-tone datetime defer dir download for height href hreflang id lang loading name preserveAspectRatio property r readonly rel role rows spellcheck src start title type variant viewBox width x y'.split(
    ' ',
  );

/** Fails on any element or attribute that our templates do not write, and on any address that is none of the web. */
function expectTame(markup: string): void {
  for (const { tagName, attrs } of elementsOf(markup)) {
    expect(TAGS).toContain(tagName);
    for (const { name, value } of attrs) {
      expect(ATTRIBUTES, tagName).toContain(name);
      if (name === 'href' || name === 'src')
        expect(value, tagName).toMatch(/^(?:https?:\/\/[a-z0-9.:[\]-]+(?:\/|$)|\/|#|\?lang=[a-z]{2}$)/);
    }
    if (tagName !== 'script') continue;
    expect(attrs.map(({ name, value }) => `${name}=${value}`).join(' ')).toMatch(
      /^(?:src=\/assets\/[0-9a-f]+\/copy\.js defer=|type=application\/ld\+json)$/,
    );
  }
  // Nothing that is not seen acts on the words beside it, wherever it stands.
  expect(markup).not.toMatch(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u);
  // No text of a template looks like a tag to a reader that is no browser.
  expect(markup.replace('<!doctype html>', '').replace(/<\/?[a-z0-9-]+(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*>/gi, '')).not.toMatch(/</);
}

/** All that could be said of each piece of work, in this text. */
function hostileWork(text: string): ReadonlyMap<string, KnownWork> {
  const when = '2027-01-01T00:00:00Z';
  const look = { at: text, sameBytes: 'changed', reason: text } as const;
  return new Map(
    (fullBadge().evidence ?? []).map(({ id = '' }) => [
      id,
      {
        id,
        age: 'ageing',
        changedAt: text,
        seen: true,
        size: 1,
        mediaType: 'image/png',
        git: {
          commit: text,
          ref: text,
          reachable: true,
          committedAt: text,
          files: 2,
          bytes: 3,
          languages: [{ name: text, files: 2, bytes: 3 }],
          licence: text,
          history: {
            commits: 1,
            complete: false,
            first: when,
            last: '2027-01-02T00:00:00Z',
            authored: null,
            signatures: { valid: 0, invalid: 0, notChecked: 0 },
          },
        },
        looks: [look, { ...look, at: when, sameBytes: 'not-checked' }, look],
        kept: [{ by: 'issuer', url: text, state: 'kept', at: text, digestSRI: text }],
        theirs: [{ method: 'token', by: text, at: text, share: { commits: 1, of: 2 } }],
      },
    ]),
  );
}

function page(text: string): string {
  const badge = badgeView(stored(fullBadge(() => text)));
  const state = badgeState(badge, { revoked: { at: NOW, reason: text }, suspended: null }, NOW);
  return badgePage(
    {
      id: BADGE_ID,
      badge,
      state,
      test: true,
      issuer: suspendedIssuerOfPage(text),
      organizationId: null,
      hasJwt: true,
      known: hostileWork(text),
      versions: { successor: null, predecessor: null },
      endorsements: [],
    },
    at,
    assets,
  );
}

function standing(text: string): string {
  const badge = badgeView(stored(fullBadge(() => text)));
  const state = badgeState(badge, { revoked: null, suspended: null }, NOW);
  return badgePage(
    {
      id: BADGE_ID,
      badge,
      state,
      test: false,
      issuer: suspendedIssuerOfPage(text),
      organizationId: text,
      hasJwt: true,
      known: new Map(),
      versions: { successor: null, predecessor: null },
      endorsements: [],
    },
    at,
    assets,
  );
}

function hostileIssuer(text: string): PublicIssuer {
  return {
    id: ACHIEVEMENT_ID,
    slug: 'acme',
    mode: 'test',
    did: 'did:web:badges.example:issuers:acme',
    name: text,
    url: text,
    profile: { description: text, email: text, linkedinOrganizationId: text, imprintUrl: text, privacyUrl: `https://acme.example/${text}` },
    suspended: { at: NOW, reason: text },
  };
}

describe.each(CORPUS)('%j in every field', (text) => {
  it('stays text on the page of a badge', () => {
    expectTame(page(text));
    expectTame(standing(text));
  });

  it('stays text on the pages of an issuer and an achievement', () => {
    const issuer = hostileIssuer(text);
    const key = {
      issuerDid: issuer.did,
      slug: 'acme',
      algorithm: text,
      jwk: {},
      verificationMethod: `${issuer.did}#${text}`,
      createdAt: NOW,
      retiredAt: NOW,
      revoked: { at: NOW, reason: text },
    };
    expectTame(issuerPage(issuer, [key], at, assets));
    const row: PublicAchievement = {
      id: ACHIEVEMENT_ID,
      issuer,
      definition: fullBadge(() => text).credentialSubject.achievement,
      evidencePolicy: { min: 1, kinds: [text as 'file'] },
      hasImage: false,
    };
    expectTame(achievementPage(row, at, assets));
  });

  it('stays text where an address, a media type, a language or an identifier is expected', () => {
    const badge = fullBadge();
    const twisted = {
      ...badge,
      issuer: { ...badge.issuer, id: text, url: text },
      credentialSubject: {
        ...badge.credentialSubject,
        id: `did:web:${text}`,
        achievement: {
          ...badge.credentialSubject.achievement,
          inLanguage: text,
          criteria: { id: text },
          alignment: [{ type: ['Alignment'], targetName: text, targetUrl: text }],
        },
      },
      evidence: [{ type: ['Evidence'], id: text, mediaType: text, genre: text }],
      validFrom: text,
    };
    const view = badgeView(JSON.stringify(twisted));
    expectTame(
      badgePage(
        {
          id: BADGE_ID,
          badge: view,
          state: { kind: 'standing' },
          test: false,
          issuer: suspendedIssuerOfPage(text),
          organizationId: null,
          hasJwt: true,
          known: hostileWork(text),
          versions: { successor: null, predecessor: null },
          endorsements: [],
        },
        at,
        assets,
      ),
    );
  });
});

describe('any text', () => {
  it('stays text', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'<>"\'&`/=()[]!*_#\\ \n-aij:;scriptonload\u0000\u202e\ud800'.split('')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expectTame(standing(`x${text}`));
      }),
      { numRuns: 60 },
    );
  });

  it('cannot place a name before the host in the title, nor end the quotation in which it stands', () => {
    const out = page('” – badge issued under mit.edu ✅ “');
    expect(out).toContain('<title>Badge issued under badges.example: “’ – badge issued under mit.edu ’”</title>');
    expect(out).not.toContain('✅');
  });
});

describe('the snippets', () => {
  it('cannot be left by a title, neither in HTML nor in Markdown', () => {
    for (const text of CORPUS) {
      const texts = elementsOf(standing(text))
        .filter(({ tagName }) => tagName === 'textarea')
        .map(textOf);
      expect(texts).toHaveLength(3);
      expect(texts[1]!.match(/<[^>]*>/g)).toHaveLength(7);
      expect(texts[2]).toMatch(
        /^\[!\[Badge: (?:[^\\[\]()<>!]|\\.)*\]\(https:\/\/badges\.example\/credentials\/[0-9a-f-]+\.svg\)\]\(https:[^()]*\)$/,
      );
    }
  });
});
