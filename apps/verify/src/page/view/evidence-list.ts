import { claimed, safeLink, timeView, type ViewContext } from '@proofmark/badge-element/view';
import { describeAge, describeCopy, describeWork, shownText } from '@proofmark/messages';
import { pageTexts } from '@proofmark/messages/page';
import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { type EvidenceItem, evidenceItemsOf } from '../results/evidence-items.js';
import { withParts } from './sentences.js';

const texts = pageTexts.work;

/** How many items are shown at once; the rest is folded. */
const SHOWN = 3;

/** The pieces of work: each item with its four lines, each line with its limit. */
export function evidenceList(report: Report, context: ViewContext): TemplateResult | typeof nothing {
  const items = evidenceItemsOf(report);
  if (items.length === 0) return nothing;
  return html`<ul class="work">${items.slice(0, SHOWN).map((item) => itemView(item, context))}</ul>
    ${
      items.length > SHOWN
        ? html`<details>
            <summary>${texts.more({ count: items.length - SHOWN })}</summary>
            <ul class="work">${items.slice(SHOWN).map((item) => itemView(item, context))}</ul>
          </details>`
        : nothing
    }`;
}

function itemView({ work, facts }: EvidenceItem, context: ViewContext): TemplateResult {
  const kind = [work.name === null ? null : work.genre, work.mediaType].filter((text) => text !== null).map((text) => shownText(text, 60));
  const age = describeAge(facts);
  return html`<li data-pinned=${facts.pinned} data-same=${facts.sameBytes}>
    <p>${title(work, context)}${kind.length > 0 ? html` <bdi lang="" class="muted">${kind.join(', ')}</bdi>` : nothing}</p>
    ${work.narrative === null ? nothing : html`<p class="muted">${claimed(work.narrative, 600)}</p>`}
    <dl class="lines">${describeWork(facts).map(
      ({ name, answer, more, limit }) =>
        html`<div>
          <dt>${name}</dt>
          <dd><strong>${shownText(answer, 300)}</strong>${more.map((text) => html` <span>${shownText(text, 300)}</span>`)}<span class="muted limit">${limit}</span></dd>
        </div>`,
    )}</dl>
    ${copies(facts, context)} ${age === '' ? nothing : html`<p class="muted">${shownText(age, 300)}</p>`}
    ${facts.checkedAt === undefined ? nothing : html`<p class="muted">${withParts(texts['looked-at'], { at: timeView(facts.checkedAt, context.locale, true) })}</p>`}
  </li>`;
}

function title(work: BadgeSummary['evidence'][number], { texts: card }: ViewContext): TemplateResult {
  const link = safeLink(work.id);
  const name = work.name ?? work.genre ?? (link ? `${link.host}${new URL(link.href).pathname}` : card.unnamedWork);
  if (link === null) return html`<span class="work-name">${claimed(name)}</span> <span class="muted">(${card.noLink})</span>`;
  return html`<a class="work-name" href=${link.href} rel="noopener nofollow" target="_blank">${claimed(name)}</a> <span class="muted host">${card.opens(link)}</span>`;
}

/** Links to the captures; the line above names who keeps them. */
function copies({ keptCopies = [] }: EvidenceReport, { texts: card }: ViewContext): TemplateResult | typeof nothing {
  const links = keptCopies.flatMap((copy) => {
    const link = copy.url === null || copy.state !== 'kept' ? null : safeLink(copy.url);
    return link === null ? [] : [{ link, said: describeCopy(copy) }];
  });
  if (links.length === 0) return nothing;
  return html`<p class="muted">
    ${links.map(({ link, said }) => html`<a href=${link.href} rel="noopener nofollow" target="_blank" title=${shownText(said, 300)}>${texts['open-copy']}</a> (${card.opens(link)}) `)}
  </p>`;
}
