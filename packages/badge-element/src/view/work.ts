import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';
import { describeWork } from '@proofmark/verifying/words';
import { html, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../links/safe-url.js';
import { claimed, plain } from './claimed.js';
import type { ViewContext } from './context.js';

type Work = BadgeSummary['evidence'][number];

/** The facts about one piece of work: by its id, since the order of a list is not signed. */
function factsOf(work: Work, index: number, report: Report): EvidenceReport | undefined {
  if (work.id !== null) return report.evidence.find(({ id }) => id === work.id);
  return report.evidence.length === report.badge?.evidence.length ? report.evidence[index] : undefined;
}

function title(work: Work, context: ViewContext): TemplateResult {
  const { texts } = context;
  const link = safeLink(work.id);
  const name = work.name ?? work.genre ?? (link ? `${link.host}${new URL(link.href).pathname}` : texts.unnamedWork);
  if (link === null) return html`<span class="work-name">${claimed(name)}</span> <span class="muted">(${texts.noLink})</span>`;
  return html`<a class="work-name" href=${link.href} rel="noopener nofollow" target="_blank">${claimed(name)}</a>
    <span class="muted host">${texts.opens(link.host)}</span>`;
}

function fourLines(facts: EvidenceReport): TemplateResult {
  return html`<dl class="lines">
    ${describeWork(facts).map(({ name, answer, limit }) => html`<div><dt>${name}</dt><dd>${answer}<br /><span class="muted">${limit}</span></dd></div>`)}
  </dl>`;
}

function piece(work: Work, index: number, report: Report, context: ViewContext, detail: 'short' | 'full'): TemplateResult {
  const facts = factsOf(work, index, report);
  const kind = [work.name === null ? null : work.genre, work.mediaType].filter((text) => text !== null).map((text) => plain(text, 60));
  return html`<li part="work">
    <p>${title(work, context)}${kind.length > 0 ? html` <span class="muted">${kind.join(', ')}</span>` : nothing}</p>
    ${detail === 'full' && work.narrative !== null ? html`<p class="muted">${claimed(work.narrative, 600)}</p>` : nothing}
    ${
      facts !== undefined && detail === 'full'
        ? fourLines(facts)
        : html`<p class="pin" data-pinned=${facts?.pinned ?? 'not-checked'}>${context.texts.pinned[facts?.pinned ?? 'not-checked']}</p>`
    }
  </li>`;
}

/** The work behind the badge: up to `max` pieces, each with its link, its host and whether it is pinned. */
export function workView(report: Report, context: ViewContext, detail: 'short' | 'full' = 'short', max = 3): TemplateResult {
  const work = report.badge?.evidence ?? [];
  if (work.length === 0) return html`<p class="no-work">${context.texts.noWork}</p>`;
  return html`<ul class="work">
      ${work.slice(0, max).map((one, index) => piece(one, index, report, context, detail))}
    </ul>
    ${work.length > max ? html`<p class="muted">${context.texts.moreWork(work.length - max)}</p>` : nothing}`;
}
