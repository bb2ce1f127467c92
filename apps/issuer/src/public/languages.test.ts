import { ENGLISH, PUBLIC_LANGUAGES, type PublicLanguage } from '@proofmark/messages/public';
import { PROBLEM_CODES } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { achievementPage } from './achievement/achievement-page.js';
import { ACHIEVEMENT_ID, BADGE_ID, BASE, fullBadge, stored, suspendedIssuerOfPage } from './badge/badge.fixture.js';
import { badgePage } from './badge/badge-page.js';
import { type BadgePage, type BadgeState, badgeView } from './badge/badge-view.js';
import { noClaimPage, offerPage } from './claim/claim-page.js';
import { type LearnerPage, learnerPage } from './claim/learner-page.js';
import { ownPages } from './claim/own/own-pages.fixture.js';
import type { KnownWork } from './evidence/known-evidence.js';
import { publicRoutes } from './index.js';
import { issuerPage } from './issuer/issuer-page.js';
import { landingPage } from './landing.js';
import { addresses } from './layout/addresses.js';
import { pageAssets } from './layout/assets.js';
import { messagePage } from './layout/layout.js';
import { elementsOf, textOf } from './layout/markup.fixture.js';
import { problemPage } from './problem.js';
import type { PublicIssuer, PublicReads } from './reads.js';
import { viewPage } from './viewing-link/view-page.js';

/** The English sentences, each in brackets. */
function bracketed<Texts>(texts: Texts): Texts {
  if (typeof texts === 'string') return (texts === '' ? '' : `⟦${texts}⟧`) as Texts;
  if (typeof texts === 'function') return ((given: unknown) => `⟦${texts(given)}⟧`) as Texts;
  return Object.fromEntries(Object.entries(texts as object).map(([key, value]) => [key, bracketed(value)])) as Texts;
}

// Japanese dates and lists have no Latin letters.
const { work, reasons, workLines, forges } = ENGLISH.work;
const OTHER: PublicLanguage = {
  lang: 'x-other',
  texts: bracketed(ENGLISH.texts),
  problems: bracketed(ENGLISH.problems),
  policy: bracketed(ENGLISH.policy),
  work: { lang: 'ja', work: bracketed(work), workLines: bracketed(workLines), forges: bracketed(forges), reasons: bracketed(reasons) },
};

const FOREIGN = '§';
const at = addresses(BASE, { version: '0', integrity: 'sha384-0' });
const assets = pageAssets();
const NOW = new Date('2027-03-01T12:00:00Z');
const WHEN = '2027-01-01T00:00:00Z';
const badge = badgeView(stored(fullBadge(() => FOREIGN)));

const GIT: KnownWork['git'] = {
  commit: FOREIGN,
  ref: null,
  reachable: true,
  committedAt: WHEN,
  files: 2,
  bytes: null,
  languages: [{ name: FOREIGN, files: 2, bytes: null }],
  history: {
    commits: 2,
    complete: true,
    first: '2026-01-01T00:00:00Z',
    last: WHEN,
    authored: null,
    signatures: { valid: 0, invalid: 0, notChecked: 0 },
  },
};

function known(looks: KnownWork['looks']): BadgePage['known'] {
  const kept = [{ by: 'issuer', url: 'https://copy.example/', state: 'kept', at: WHEN, digestSRI: null }] as const;
  const theirs = [{ method: 'linked-account', by: FOREIGN, at: WHEN, share: { commits: 1, of: 2 } }] as const;
  return new Map(
    badge.evidence.map(({ id = '' }, n) => [
      id,
      {
        id,
        age: 'ageing',
        seen: true,
        changedAt: WHEN,
        size: null,
        mediaType: null,
        git: n === 0 ? GIT : null,
        looks,
        kept,
        theirs,
      } as KnownWork,
    ]),
  );
}
const failed = { at: WHEN, sameBytes: 'not-checked', reason: 'timeout' } as const;
const matched = { at: WHEN, sameBytes: 'matches', reason: null } as const;
const endorser = { id: 'did:web:elsewhere.example', name: FOREIGN, url: null };
const view = { id: null, about: null, types: [], endorser, provenEmailDomain: null, comment: FOREIGN, at: WHEN };
const ofPage = suspendedIssuerOfPage(FOREIGN);
const full: BadgePage = {
  id: BADGE_ID,
  badge,
  state: { kind: 'standing' },
  test: false,
  issuer: ofPage,
  organizationId: null,
  hasJwt: true,
  known: known([failed, matched]),
  versions: { successor: BADGE_ID, predecessor: BADGE_ID },
  endorsements: [true, false].map((signedHere) => ({ id: BADGE_ID, view, signedHere })),
};
const bare: BadgePage['badge'] = {
  ...badge,
  recipient: { name: null, hasHashedEmail: false, did: null },
  validFrom: null,
  validUntil: null,
  hasStatus: false,
  results: [{ name: null, values: [FOREIGN] }],
  achievement: { ...badge.achievement, criteria: {} },
};
const STATES: readonly BadgeState[] = [
  { kind: 'revoked', at: NOW, reason: null },
  { kind: 'revoked', at: NOW, reason: FOREIGN },
  { kind: 'expired', since: NOW },
  { kind: 'not-yet', from: NOW },
];
const issuer: PublicIssuer = {
  id: ACHIEVEMENT_ID,
  slug: 'acme',
  mode: 'test',
  did: badge.issuer.did,
  name: FOREIGN,
  url: 'https://acme.example/',
  profile: { description: FOREIGN },
  suspended: ofPage.suspended,
};
const key = {
  issuerDid: issuer.did,
  slug: 'acme',
  algorithm: FOREIGN,
  jwk: {},
  verificationMethod: `${issuer.did}#1`,
  createdAt: NOW,
  retiredAt: null,
  revoked: null,
};
const achievement = { id: ACHIEVEMENT_ID, issuer, definition: badge.achievement, hasImage: false };
const policy = { min: 2, kinds: ['file', 'video'], authorship: 'required', maxAge: 'P1Y6M' } as const;
const shown = { credentialId: BADGE_ID, issuer: ofPage, work: { name: FOREIGN, digestMultibase: '' }, forWhom: FOREIGN, expiresAt: NOW };

const badgeIn = (more: Partial<BadgePage>) => (language?: PublicLanguage) => badgePage({ ...full, ...more }, at, assets, language);
const learner = { badge: full, superseded: false, claimedAt: NOW, answers: null, kept: { copies: false, archives: false }, address: '/' };
const learnerOf = (more: Partial<LearnerPage>) => (language?: PublicLanguage) => learnerPage({ ...learner, ...more }, at, assets, language);
const KEYS = [
  key,
  { ...key, retiredAt: NOW },
  { ...key, retiredAt: NOW, revoked: { at: NOW, reason: null } },
  { ...key, retiredAt: NOW, revoked: { at: NOW, reason: FOREIGN } },
];
const PAGES: Readonly<Record<string, (language?: PublicLanguage) => string>> = {
  'of a badge': badgeIn({}),
  'of a badge that says little': badgeIn({ badge: bare, known: new Map(), test: true, hasJwt: false }),
  'of a badge with a holder and no work': badgeIn({
    badge: { ...bare, evidence: [], recipient: { name: FOREIGN, hasHashedEmail: false, did: 'did:web:ada.example' } },
  }),
  'of a badge with much work': badgeIn({
    badge: { ...badge, evidence: [...badge.evidence, { type: ['Evidence'] }, { type: ['Evidence'], mediaType: 'video/mp4' }] },
  }),
  'of a badge whose work nobody looked at': badgeIn({ known: known([]) }),
  'of a badge whose work could not be looked at': badgeIn({ known: known([failed]) }),
  ...Object.fromEntries(
    STATES.map((state, n) => [`of a badge that is ${state.kind} (${n})`, badgeIn({ state, badge: n % 2 === 0 ? badge : bare })]),
  ),
  'of an issuer': (language) => issuerPage(issuer, KEYS, at, assets, language),
  'of an achievement': (language) => achievementPage({ ...achievement, evidencePolicy: policy }, at, assets, language),
  'of an achievement without work': (language) => achievementPage({ ...achievement, evidencePolicy: 'none' }, at, assets, language),
  'of a viewing link': (language) => viewPage({ ...shown, left: 1 }, at, assets, language),
  'of a claim link': (language) =>
    offerPage({ id: BADGE_ID, badge, issuer: ofPage, expiresAt: NOW, pageSecret: 'A'.repeat(22) }, at, assets, language),
  ...Object.fromEntries(
    (['used', 'expired', 'replaced', 'withdrawn', 'none'] as const).map((kind) => [
      `of a claim link: ${kind}`,
      (language?: PublicLanguage) => noClaimPage({ kind, at: NOW, issuer: ofPage }, at, assets, language),
    ]),
  ),
  ...ownPages(ofPage, FOREIGN, at, assets),
  'of a learner who has not answered': learnerOf({ answers: null, kept: { copies: true, archives: true } }),
  'of a learner who wants no page': learnerOf({ answers: { page: false, search: false, copies: null, archives: null, at: NOW } }),
  'of a learner whose badge was withdrawn': learnerOf({ badge: { ...full, state: STATES[1]! } }),
  ...Object.fromEntries(
    PROBLEM_CODES.map((code) => [`of the problem ${code}`, (language?: PublicLanguage) => problemPage(code, at, assets, language)]),
  ),
  'at the start': (language) => landingPage(BASE, at, assets, language),
  'with one message': (language) => messagePage({ title: FOREIGN, text: [FOREIGN] }, at, assets, language),
};

/** What people read of a page: texts, and the attributes that are read out or shown. The texts to paste are code. */
function readable(page: string): string {
  const texts = elementsOf(page).flatMap((element) => {
    const { tagName, attrs } = element;
    const said = attrs.filter(({ name }) => ['alt', 'aria-label', 'title', 'data-copy'].includes(name)).map(({ value }) => value);
    return tagName === 'body' || tagName === 'title' ? [...said, textOf(element)] : said;
  });
  const pasted = elementsOf(page).filter(({ tagName }) => tagName === 'textarea');
  return pasted.reduce((text, element) => text.replace(textOf(element), ''), texts.join('\n'));
}

/** The switch names each language as its readers do. */
const NAMES = new Set(PUBLIC_LANGUAGES.map(({ name }) => name));

/** The words outside of brackets that are no address, identifier or name of ours. */
function wordsOutside(page: string): readonly string[] {
  let [text, before] = [readable(page), ''];
  while (text !== before) [before, text] = [text, text.replace(/⟦[^⟦⟧]*⟧/g, ' ')];
  return text.split(/\s+/).filter((word) => /\p{Letter}{2}/u.test(word) && !/[.:/]|^Proofmark$/.test(word) && !NAMES.has(word));
}

describe.each(Object.entries(PAGES))('the page %s', (_, page) => {
  it('takes every sentence and every date from the language that it is given', () => {
    const text = page(OTHER);
    expect(wordsOutside(text)).toEqual([]);
    expect(text).toContain('<html lang="x-other">');
    expect(text).not.toMatch(/November|January|March 2027/);
  });

  it('is in English when no language is given', () => {
    expect(page()).toBe(page(ENGLISH));
    expect(wordsOutside(page())).not.toEqual([]);
  });
});

describe('a refusal', () => {
  const nothing = new Proxy({} as PublicReads, { get: (_, name) => async () => (/^(?:has|was)/.test(String(name)) ? false : null) });
  const app = publicRoutes({ publicBaseUrl: BASE, reads: nothing, now: () => NOW, language: OTHER });

  it.each([
    '/nothing',
    `/credentials/${BADGE_ID}`,
    '/credentials/1.xyz',
    '/issuers/none',
    '/issuers/none/assessors/1/did.json',
    '/achievements/1',
    '/status/1',
    '/issuers/none/status/489187120471023',
    '/problems/none',
    '/oembed?url=x',
    '/oembed?format=xml',
  ])('is in the language of the pages: %s', async (path) => {
    const text = await (await app.request(`${BASE}${path}`, { headers: { accept: 'text/html' } })).text();
    expect(text).toMatch(/⟦(?:There is no|A badge has no form|The answer can be had)/);
  });
});

describe('the language of the pages', () => {
  const issuerOnly = new Proxy({} as PublicReads, {
    get: (_, name) => async () => (name === 'findIssuerBySlug' ? issuer : name === 'listSigningKeys' ? [] : null),
  });
  const app = publicRoutes({ publicBaseUrl: BASE, reads: issuerOnly, now: () => NOW });
  const page = async (path: string, acceptLanguage?: string) => {
    const headers = { accept: 'text/html', ...(acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage }) };
    return app.request(`${BASE}${path}`, { headers });
  };

  it.each([
    [undefined, 'en'],
    ['de-CH, de;q=0.9, en;q=0.8', 'de'],
    ['ja, nl;q=0.5', 'nl'],
    ['en;q=0.1, FR', 'fr'],
    ['es;q=0, *', 'en'],
    ['x'.repeat(5000), 'en'],
  ])('is the most welcome one that there is: %s', async (header, lang) => {
    const answer = await page('/issuers/acme', header);
    expect(await answer.text()).toContain(`<html lang="${lang}">`);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
  });

  it('is the one that the address names, before what the browser asks for, and each page leads to the others', async () => {
    const text = await (await page('/issuers/acme?lang=fr', 'de')).text();
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('<a href="?lang=de" hreflang="de" lang="de" rel="nofollow">Deutsch</a>');
    expect(text).toContain('<span lang="fr" aria-current="true">Français</span>');
    expect(await (await page('/issuers/acme?lang=xx', 'de')).text()).toContain('<html lang="de">');
  });

  it('is that of what a problem means as well', async () => {
    const text = await (await page('/problems/gone', 'fr')).text();
    expect(text).toContain('<h1>Supprimé</h1>');
    expect(text).toContain('Ceci a existé ici et a été supprimé définitivement.');
  });

  it('is that of a refusal as well', async () => {
    expect(await (await page('/nowhere', 'es')).text()).toContain('No hay nada en esta dirección.');
    expect(await (await page('/achievements/1', 'nl')).text()).toContain('Op dit adres staat geen prestatie.');
  });

  it.each(PUBLIC_LANGUAGES)('has every sentence in $name, none of them the English one by oversight', ({ language }) => {
    if (language === ENGLISH) return;
    const all = ({ texts, problems, policy }: PublicLanguage) => sentencesOf({ texts, problems, policy });
    const own = all(language);
    const same = all(ENGLISH).filter((text, at) => text.split(' ').length > 3 && text === own[at]);
    expect(same).toEqual([]);
  });
});

/** The sentences without arguments. */
function sentencesOf(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'function' ? [] : Object.values(texts as object).flatMap(sentencesOf);
}
