import { html, type TemplateResult } from 'lit/html.js';
import { CHANGED, NONE, UNKNOWN, YES } from '../src/icons/index.js';
import { type Fact, type Hero, heroView, type Project, projectCard, shareBar, timeLine } from '../src/index.js';

/** A badge is a picture with colours of its own. */
const PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E%3Cpath fill='%231f6097' d='M48 4l38 22v44L48 92 10 70V26z'/%3E%3C/svg%3E";

const LONG = 'Designing dependable distributed systems for public services '.repeat(5).trim();

const HERO: Hero = {
  picture: html`<img src=${PICTURE} alt="" width="112" height="112" />`,
  title: 'Web API design',
  person: 'Awarded to Ada Lovelace',
  issuer: html`From <strong dir="ltr">northside.example</strong>, which calls itself “Northside Code School”`,
  dates: 'Issued March 4, 2026, valid until March 4, 2030',
};

/** The head of a badge: whole, of nobody without a picture, and with texts that are too long. */
export const heroes = (): readonly TemplateResult[] => [
  heroView(HERO),
  heroView({ ...HERO, picture: '', person: null, dates: 'No dates', issuer: 'Nobody is proved to have issued it.' }),
  heroView({
    ...HERO,
    title: LONG,
    person: `Awarded to ${'Wolfeschlegelsteinhausenberger'.repeat(10)}`,
    more: html`<p>It may have been altered.</p>`,
  }),
];

const FACTS: readonly (readonly Fact[])[] = [
  [
    { tone: 'good', shape: YES, text: 'Unchanged' },
    { tone: 'good', shape: YES, text: 'This version was signed' },
    { tone: 'none', shape: NONE, text: 'No copy kept' },
  ],
  [
    { tone: 'old', shape: CHANGED, text: 'Changed since' },
    { tone: 'open', shape: YES, text: 'This version was signed' },
    { tone: 'unknown', shape: UNKNOWN, text: 'Author not checked' },
  ],
  [
    { tone: 'bad', shape: CHANGED, text: 'Do not rely on it' },
    { tone: 'unknown', shape: UNKNOWN, text: 'Not checked' },
  ],
];

const [FIRST, LAST, JUDGED, SINCE] = [Date.UTC(2025, 8, 1), Date.UTC(2026, 1, 20), Date.UTC(2026, 2, 4), Date.UTC(2026, 5, 1)];

const PROJECT: Project = {
  title: html`<a href="#projects">Todo API</a>`,
  where: 'github.com · commit 3f1c2ab · repository',
  description: html`<p>An HTTP interface with tests.</p>`,
  facts: FACTS[0] ?? [],
  more: html`<p>GitHub says that this commit is there.</p>`,
  contents: html`<div class="contents">
    ${shareBar([0.55, 0.2, 0.12, 0.08, 0.05].map((share, index) => ({ name: String(index), share })))}
    <p>TypeScript 55% · SQL 20% · CSS 12%</p>
    ${timeLine({ first: FIRST, last: LAST, judged: JUDGED, since: SINCE })}
    <p>120 commits, the last 12 days before it was judged</p>
  </div>`,
};

/** Pieces of work: with everything, without contents, and with texts that are too long. */
export const projects = (): readonly TemplateResult[] => [
  projectCard(PROJECT),
  projectCard({
    ...PROJECT,
    title: 'Report on the API',
    where: 'files.example · document',
    facts: FACTS[1] ?? [],
    contents: html`<div class="contents">
      ${shareBar([{ name: 'all', share: 1 }])} ${timeLine({ first: null, last: LAST, judged: JUDGED, since: null })}
    </div>`,
  }),
  projectCard({ ...PROJECT, title: LONG, where: 'x'.repeat(120), description: '', facts: FACTS[2] ?? [], more: '', contents: '' }),
];
