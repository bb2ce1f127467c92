import { describeForge, describeSince, type ForgeTexts, saysOfForge } from '@proofmark/messages';
import {
  describeWorkNoteIn,
  describeWorkReasonIn,
  details,
  forgeTextsFor,
  type MoreTexts,
  moreTextsFor,
  reasonTextsFor,
  shownText,
  type WorkTexts,
  workTextsFor,
} from '@proofmark/messages/card';
import type { CaptureReport, EvidenceReport, Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeLink } from '../links/safe-url.js';
import { claimed } from './claimed.js';
import type { CardContext, WorkHooks } from './context.js';
import { phrase } from './phrase.js';

/** What was found when the work was looked at again, in the words of one language. */
export interface WorkFound {
  /** While it is looked at. */
  readonly looking: string;
  /** This browser could not look. */
  readonly failed: string;
  /** What became of it, in a sentence. */
  said(report: Report): string;
  readonly found: NonNullable<WorkHooks['found']>;
}

/** Loads the words for a card's language. Rejects when they cannot be had. */
export async function loadWorkFound({ texts: { lang }, locale }: Pick<CardContext, 'texts' | 'locale'>): Promise<WorkFound> {
  const [words, forges, reasons, texts] = await Promise.all([
    workTextsFor(lang),
    forgeTextsFor(lang),
    reasonTextsFor(lang),
    moreTextsFor(lang),
  ]);
  const { said, looking, related } = words;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const date = (text: string): string => (Number.isNaN(Date.parse(text)) ? shownText(text, 40) : dates.format(new Date(text)));
  return {
    looking,
    failed: said.failed,
    said({ checks: { evidence } }) {
      if (evidence.outcome === 'passed') return said.passed;
      if (evidence.outcome !== 'failed') return said.open;
      if (evidence.detail?.related !== undefined) return related({ related: details(evidence.detail).related });
      return evidence.code === 'evidence-gone' ? said.gone : said.changed;
    },
    found: (facts, others) => foundView(facts, others, { words, forges, reasons, texts, date }),
  };
}

interface Speech {
  readonly texts: MoreTexts;
  readonly words: WorkTexts;
  readonly forges: ForgeTexts;
  readonly reasons: Awaited<ReturnType<typeof reasonTextsFor>>;
  date(text: string): string;
}

function foundView(facts: EvidenceReport, others: readonly string[], speech: Speech): TemplateResult {
  const { words, forges, reasons, texts, date } = speech;
  const { sameBytes, reason, notes = [], lastLook, age, changedAt, authorship = [], keptCopies = [] } = facts;
  const general = (code: string | undefined): boolean => !saysOfForge(facts, code, forges);
  const read = [...describeForge(facts, forges, date), describeSince(facts, forges)].filter((text) => text !== '');
  const sentences = [
    general(reason) ? describeWorkReasonIn(reasons, sameBytes, reason) : '',
    ...notes.filter(general).map((code) => describeWorkNoteIn(reasons, code)),
  ].filter((text) => text !== '');
  const seen = sameBytes === 'not-checked' && lastLook !== undefined ? lastLook : null;
  const dated = [age === undefined ? '' : words.ages[age], changedAt === undefined ? '' : words.changedAt({ at: date(changedAt) })];
  return html`<ul class="found muted">
    ${[...read, ...sentences].map((text) => html`<li>${text}</li>`)}
    ${seen === null ? nothing : html`<li>${words.lastLook({ at: date(seen.at), answer: texts.answers[seen.sameBytes] })}</li>`}
    ${keptCopies.map((copy) => copyView(copy, speech))}
    ${authorship.map(({ method, by, domain = '', share }) => {
      const part = share === null ? {} : { commits: share.commits, of: share.of };
      return html`<li>${words.methods[method](details({ by: shownText(by, 80), domain, ...part }))}</li>`;
    })}
    ${(facts.issuerSays ?? []).map((name) => html`<li>${phrase(words.issuerSays, name)}</li>`)}
    ${dated.some((text) => text !== '') ? html`<li>${dated.filter((text) => text !== '').join('. ')}</li>` : nothing}
    ${others.map((id) => html`<li>${words.also} <code>${claimed(id, 400)}</code></li>`)}
  </ul>`;
}

const ARCHIVES = { 'software-heritage': 'Software Heritage', wayback: 'Wayback Machine' } as const;

function copyView({ by, state, at, url, sameBytes }: CaptureReport, { words, texts, date }: Speech): TemplateResult {
  const link = safeLink(url);
  const keeper = by === 'issuer' ? words.issuer : ARCHIVES[by];
  const looked = sameBytes === null ? '' : ` (${texts.answers[sameBytes]})`;
  return html`<li>${words.copies[state]({ by: keeper, at: date(at) })}${looked}${
    link === null ? nothing : html`: <a href=${link.href} rel="noopener nofollow" target="_blank">${words.openCopy(link)}</a>`
  }</li>`;
}
