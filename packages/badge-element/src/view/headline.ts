import {
  decidingCode,
  decidingOutcome,
  details,
  type FoldedTexts,
  mayBeWithheld,
  say,
  signerOf,
  unknownSignerTitle,
} from '@proofmark/messages/card';
import type { Detail, Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CardContext } from './context.js';
import { dateWriter } from './date-writer.js';
import { verdictIcon } from './icons.js';

/** The headline in the words of one language: title, why, and what to do. */
export interface HeadlineWords {
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

/**
 * What the card says first about a report. A code without a sentence of its own is told by the sentence of its verdict.
 *
 * @param write how a time in the details is written
 */
export function headlineOf(report: Report, texts: FoldedTexts, write?: (text: string) => string): HeadlineWords {
  const { verdict, checks } = report;
  const title = texts.headlines.titles[verdict];
  const { means, todo } = texts.verdicts[verdict];
  if (verdict === 'test') return { title, why: means, todo };
  const code = decidingCode(report);
  const reason = code === undefined ? undefined : texts.reasons[code];
  const told = reason === undefined ? '' : say(reason, details(decidingOutcome(report)?.detail, write));
  if (verdict.startsWith('genuine')) {
    const signer = verdict === 'genuine-issuer-unknown' ? signerOf(report) : null;
    const by = registryOf(checks['issuer-trusted'].detail);
    const first = signer === null ? texts.unchanged : signer.shared ? texts.headlines.shared({ host: signer.host ?? '' }) : '';
    return {
      title:
        verdict === 'genuine-issuer-unknown'
          ? unknownSignerTitle(signer, texts.headlines)
          : by === undefined
            ? title
            : texts.headlines['confirmed-by'](details({ by })),
      why: [
        told,
        first,
        checks.revoked.outcome === 'passed' ? means : mayBeWithheld(checks.revoked) ? texts.withheld?.unlisted : texts.unlisted,
      ]
        .filter(Boolean)
        .join(' '),
      todo,
    };
  }
  if (code === 'not-yet-valid') return { title: texts.headlines[code], why: told, todo: '' };
  // Unlike one that has ended, it may count again: its sentence says so, and whom to ask.
  if (code === 'suspended') return { title, why: told, todo: '' };
  const both = verdict === 'no-longer-current' ? `${told} ${means}`.trim() : told;
  return { title, why: both === '' ? means : both, todo };
}

function registryOf(detail: Detail | undefined): string | undefined {
  const by = detail?.registry;
  return typeof by === 'string' && detail?.name !== undefined ? by : undefined;
}

/** The headline of the card: shape, word and colour of one verdict, and what decided it where it is not good. What to do stands in the fold, where there is one. */
export function headlineView(report: Report, { texts, locale }: CardContext): TemplateResult {
  const { title, why, todo } = headlineOf(report, texts, dateWriter(locale));
  return html`<div class="verdict" part="verdict" data-verdict=${report.verdict}>
    ${verdictIcon(report.verdict)}
    <div>
      <strong class="headline">${title}</strong>
      ${report.verdict.startsWith('genuine') && decidingCode(report) === undefined ? nothing : html` <span class="sentence">${why}</span>`}
      ${report.badge !== null || todo === '' ? nothing : html` <span class="sentence todo">${todo}</span>`}
    </div>
  </div>`;
}
