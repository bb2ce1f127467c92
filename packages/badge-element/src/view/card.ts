import { mayBeWithheld, signerOf } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeImage } from '../links/safe-url.js';
import { cautionOf } from './caution.js';
import { claimed } from './claimed.js';
import type { CardContext } from './context.js';
import { nameOfWork, piecesOf } from './pieces.js';

/** A picture that cannot be had leaves no broken frame behind. */
const dropImage = (event: Event): void => (event.target as HTMLImageElement).remove();

/** The picture of a badge; nothing where it has none that may be loaded. */
export function pictureView({ badge }: Report, { pageHostname }: CardContext, size: number, alt = ''): TemplateResult | typeof nothing {
  const image = safeImage(badge?.image, pageHostname);
  if (image === null) return nothing;
  return html`<img part="image" src=${image} alt=${alt} width=${size} height=${size} loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${dropImage} />`;
}

/** The name of a badge, as claimed text. */
export const titleOf = ({ badge }: Report, { texts }: CardContext): TemplateResult | string =>
  badge?.name ? claimed(badge.name) : texts.untitled;

/** What it is, whose it is, and the host of who signed it; where the text may have been altered, that. */
export function headView(report: Report, context: CardContext): TemplateResult {
  const caution = cautionOf(report, context.texts);
  return html`<header class="head">
    ${pictureView(report, context, 64)}
    <div>
      <h3 part="title" class="name">${titleOf(report, context)}</h3>
      ${caution === null ? whoView(report) : html`<p class="caution">${caution}</p>`}
    </div>
  </header>`;
}

function whoView(report: Report): TemplateResult | typeof nothing {
  const person = report.badge?.recipient.name;
  const host = signerOf(report)?.host;
  if (!person && !host) return nothing;
  return html`<p class="who muted">${person ? claimed(person) : nothing}${person && host ? ' · ' : nothing}${host ? claimed(host) : nothing}</p>`;
}

/** The work in one line: the first piece, and how many more there are. Of a badge on which nobody should build it is inside the fold only. */
export function shortWorkView(report: Report, context: CardContext): TemplateResult | typeof nothing {
  const { texts } = context;
  if (!report.verdict.startsWith('genuine')) return nothing;
  const [first, ...more] = piecesOf(report);
  if (first === undefined)
    return html`<p class="short-work muted no-work">${mayBeWithheld(report.checks.evidence) ? texts.withheld?.noWork : texts.noWork}</p>`;
  return html`<p class="short-work"><span class="muted">${texts.work}</span> ${nameOfWork(first.work, context)}
    ${more.length === 0 ? nothing : html`<span class="muted">${texts.moreWork({ count: more.length })}</span>`}</p>`;
}
