import { fill } from '@proofmark/messages';
import type { Detail, FailedCode, Outcome, Report, UnknownCode } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../texts/texts.js';
import type { ViewContext } from './context.js';
import { verdictIcon } from './icons.js';
import { localise } from './localise.js';

/** The headline in the words of one language: title, why, and what to do. */
export interface HeadlineWords {
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

/** What the card says first about a report. A code without a sentence of its own is told by the sentence of its verdict. */
export function headlineOf(report: Report, texts: Texts): HeadlineWords {
  const { verdict, checks } = report;
  const [title, means, todo] = texts.verdicts[verdict];
  if (verdict.startsWith('genuine')) {
    const { detail } = checks['issuer-trusted'];
    const by = verdict === 'genuine-issuer-confirmed' ? registryOf(detail) : undefined;
    return {
      title: by === undefined ? title : fill([texts.confirmedBy], { by }).happened,
      why: checks.revoked.outcome === 'passed' ? means : texts.noStatus,
      todo,
    };
  }
  const code = decidingCode(report);
  const reason = code === undefined ? undefined : texts.reasons[code];
  const why = reason === undefined ? '' : fill([reason], decidingOutcome(report)?.detail).happened;
  if (code === 'not-yet-valid') return { title: texts.notYet, why, todo: '' };
  const both = verdict === 'no-longer-current' ? `${why} ${means}`.trim() : why;
  return { title, why: both === '' ? means : both, todo };
}

/** What the first check answered that decided a verdict. */
export function decidingOutcome({ because, checks }: Report): Outcome | undefined {
  return because[0] === undefined ? undefined : checks[because[0]];
}

/** The code of what decided a verdict; undefined for a genuine badge. */
export function decidingCode(report: Report): FailedCode | UnknownCode | undefined {
  const outcome = decidingOutcome(report);
  return outcome !== undefined && 'code' in outcome ? outcome.code : undefined;
}

function registryOf(detail: Detail | undefined): string | undefined {
  const by = detail?.registry;
  return typeof by === 'string' && detail?.name !== undefined ? by : undefined;
}

/** The headline of the card: shape, word and colour of one verdict, what decided it, and what to do about it. */
export function headlineView(report: Report, { texts, locale }: ViewContext): TemplateResult {
  const { title, why, todo } = headlineOf(localise(report, locale), texts);
  return html`<div class="verdict" part="verdict" data-verdict=${report.verdict}>
    ${verdictIcon(report.verdict)}
    <div>
      <strong class="headline">${title}</strong> <span class="sentence">${why}</span>
      ${todo === '' ? nothing : html`<span class="sentence todo">${todo}</span>`}
    </div>
  </div>`;
}
