import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit/html.js';
import { safeLink } from '../links/safe-url.js';
import { claimed } from './claimed.js';
import type { CardContext } from './context.js';

type Work = BadgeSummary['evidence'][number];

/** A piece of work, and what is known about it. */
export interface Piece {
  readonly work: Work;
  readonly facts: EvidenceReport | undefined;
}

/** The pieces of work of a badge, without what only names one of them again. */
export function piecesOf(report: Report): readonly Piece[] {
  return (report.badge?.evidence ?? [])
    .map((work, index) => ({ work, facts: factsOf(work, index, report) }))
    .filter(({ facts }) => facts?.companionOf === undefined);
}

/** The facts about one piece of work: by its id, since the order of a list is not signed. */
function factsOf(work: Work, index: number, report: Report): EvidenceReport | undefined {
  if (work.id !== null) return report.evidence.find(({ id }) => id === work.id);
  return report.evidence.length === report.badge?.evidence.length ? report.evidence[index] : undefined;
}

/** The name of a piece of work, with its link and the host that it opens. */
export function nameOfWork(work: Work, { texts }: CardContext): TemplateResult {
  const link = safeLink(work.id);
  const name = work.name ?? work.genre ?? (link ? `${link.host}${new URL(link.href).pathname}` : texts.unnamedWork);
  if (link === null) return html`<span class="work-name">${claimed(name)}</span> <span class="muted">(${texts.noLink})</span>`;
  return html`<a class="work-name" href=${link.href} rel="noopener nofollow" target="_blank">${claimed(name)}</a>
    <span class="muted host">${texts.opens(link)}</span>`;
}
