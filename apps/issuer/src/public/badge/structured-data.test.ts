import { describe, expect, it } from 'vitest';
import { addresses } from '../layout/addresses.js';
import { pageAssets } from '../layout/assets.js';
import { BADGE_ID, BASE, fullBadge, ISSUER_OF_PAGE, stored } from './badge.fixture.js';
import { badgePage } from './badge-page.js';
import { badgeState, badgeView } from './badge-view.js';

const NOW = new Date('2027-03-01T12:00:00Z');
const ADDRESS = `${BASE}/credentials/${BADGE_ID}`;

function page({
  text = (usual: string) => usual,
  revoked = false,
  test = false,
  now = NOW,
  organizationId = null as string | null,
} = {}): string {
  const badge = badgeView(stored(fullBadge(text)));
  const state = badgeState(badge, { revoked: revoked ? { at: NOW, reason: null } : null, suspended: null }, now);
  return badgePage(
    {
      id: BADGE_ID,
      badge,
      state,
      test,
      issuer: ISSUER_OF_PAGE,
      organizationId,
      hasJwt: true,
      known: new Map(),
      versions: { successor: null, predecessor: null },
      endorsements: [],
    },
    addresses(BASE),
    pageAssets(),
  );
}

const blocks = (out: string): unknown[] =>
  [...out.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) => JSON.parse(json));

describe('what a badge’s page tells programs', () => {
  it('is schema.org’s credential, with the work and without the person', () => {
    const out = page();
    expect(blocks(out)).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'EducationalOccupationalCredential',
        '@id': ADDRESS,
        url: ADDRESS,
        name: 'Web API design',
        description: 'Designs, documents and tests an HTTP API.',
        credentialCategory: 'badge',
        image: `${ADDRESS}.png`,
        recognizedBy: {
          '@type': 'Organization',
          name: 'Acme Academy',
          identifier: 'did:web:badges.example:issuers:acme',
          url: 'https://acme.example/',
        },
        dateCreated: '2026-11-22T09:00:00.000Z',
        expires: '2028-11-22T09:00:00.000Z',
        keywords: ['HTTP', 'OpenAPI'],
        competencyRequired: [
          { '@type': 'DefinedTerm', name: 'Design REST APIs', url: 'https://skills.example/rest', inDefinedTermSet: 'Example Skills' },
        ],
        isBasedOn: [
          {
            '@type': 'CreativeWork',
            url: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567',
            name: 'Todo API, source',
          },
          { '@type': 'CreativeWork', url: 'https://ada.example/report.pdf', name: 'Project report' },
          { '@type': 'CreativeWork', url: 'https://todo.ada.example/', name: 'The running service' },
        ],
      },
    ]);
    expect(JSON.stringify(blocks(out))).not.toContain('Lovelace');
  });

  it('is nothing for a withdrawn badge or a test', () => {
    expect(blocks(page({ revoked: true }))).toEqual([]);
    expect(blocks(page({ test: true }))).toEqual([]);
  });

  it.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>&amp;', '\u2028\u2029'])(
    'keeps %j inside its block, and as it is',
    (text) => {
      const out = page({ text: (usual) => `${usual} ${text}` });
      const [block] = blocks(out) as { name: string }[];
      expect(blocks(out)).toHaveLength(1);
      expect(block?.name).toBe(`Web API design ${text}`.replace(/\s+/gu, ' ').trim());
      expect(out.match(/<script/g)).toHaveLength(2);
    },
  );
});

describe('the form of LinkedIn', () => {
  const linkedIn = (out: string): URL | null => {
    const found = /https:\/\/www\.linkedin\.com[^"]*/.exec(out)?.[0];
    return found === undefined ? null : new URL(found.replace(/&amp;/g, '&'));
  };

  it('names the organisation by its number where the issuer has one, and then not by a text', () => {
    const { origin, pathname, searchParams } = linkedIn(page({ organizationId: '1337' })) as URL;
    expect(`${origin}${pathname}`).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      certId: BADGE_ID,
      name: 'Web API design',
      organizationId: '1337',
      certUrl: ADDRESS,
      issueYear: '2026',
      issueMonth: '11',
      expirationYear: '2028',
      expirationMonth: '11',
    });
  });

  it('keeps titles whole that mean something in an address', () => {
    const out = page({ text: (usual) => `${usual} R&D #1?a=b+c` });
    expect(linkedIn(out)?.searchParams.get('name')).toBe('Web API design R&D #1?a=b+c');
    expect(linkedIn(out)?.searchParams.get('organizationName')).toBe('Acme Academy R&D #1?a=b+c');
  });

  it('is offered for a badge that counts, and for no other', () => {
    expect(linkedIn(page())).not.toBeNull();
    expect(linkedIn(page({ revoked: true }))).toBeNull();
    expect(linkedIn(page({ test: true }))).toBeNull();
    expect(linkedIn(page({ now: new Date('2029-01-01T00:00:00Z') }))).toBeNull();
    expect(linkedIn(page({ now: new Date('2026-01-01T00:00:00Z') }))).toBeNull();
  });
});
