import { nameOfCheck, shownText, wordOfOutcome } from '@proofmark/messages';
import { CHECK_IDS, type Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { checkAgain } from '../results/check-again.js';
import type { PageContext } from './page-context.js';
import { qrView } from './qr.js';
import { withParts } from './sentences.js';

/** What paper needs and a screen does not: every check in a word, addresses in full, and a code that leads to the check. */
export function printView(report: Report, { locale, says }: PageContext, page: string | null): TemplateResult {
  const texts = says.later.print;
  const { badge, checks } = report;
  const again = badge === null ? null : checkAgain(badge, page);
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format(new Date(report.checkedAt));
  const links = (badge?.evidence ?? []).flatMap(({ id }) => id ?? []);
  return html`<section class="print-only" aria-label=${texts.label}>
    <div class="print-columns">
      <dl class="print-checks">${CHECK_IDS.map((id) => html`<div><dt>${nameOfCheck(id, says.names)}</dt><dd>${wordOfOutcome(checks[id], says.names)}</dd></div>`)}</dl>
      ${again === null ? nothing : qrView(again, texts.qr)}
    </div>
    ${links.length === 0 ? nothing : html`<p>${texts.work}</p><ul>${links.map((link) => html`<li><bdi dir="ltr">${shownText(link, 500)}</bdi></li>`)}</ul>`}
    ${badge?.id ? html`<p>${withParts(texts.badge, { id: html`<bdi dir="ltr">${shownText(badge.id, 500)}</bdi>` })}</p>` : nothing}
    ${badge?.issuer.id ? html`<p>${withParts(texts.issuer, { id: html`<bdi dir="ltr">${shownText(badge.issuer.id, 500)}</bdi>` })}</p>` : nothing}
    ${report.contacted.length === 0 ? nothing : html`<p>${texts.asked({ hosts: [...new Set(report.contacted.map(({ host }) => host))].join(', ') })}</p>`}
    <p>${texts.checked({ at, version: __VERSION__ })}</p>
  </section>`;
}
