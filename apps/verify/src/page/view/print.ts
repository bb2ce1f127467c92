import { plain, type ViewContext } from '@proofmark/badge-element/view';
import { nameOfCheck, wordOfOutcome } from '@proofmark/messages';
import { CHECK_IDS, type Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { checkAgain } from '../results/check-again.js';
import { qrView } from './qr.js';

/** What paper needs and a screen does not: every check in a word, addresses in full, and a code that leads to the check. */
export function printView(report: Report, { locale }: ViewContext, page: string | null): TemplateResult {
  const { badge, checks } = report;
  const again = badge === null ? null : checkAgain(badge, page);
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format(new Date(report.checkedAt));
  const links = (badge?.evidence ?? []).flatMap(({ id }) => id ?? []);
  return html`<section class="print-only" aria-label="For paper">
    <div class="print-columns">
      <dl class="print-checks">${CHECK_IDS.map((id) => html`<div><dt>${nameOfCheck(id)}</dt><dd>${wordOfOutcome(checks[id])}</dd></div>`)}</dl>
      ${again === null ? nothing : qrView(again, 'Leads to a new check of this badge')}
    </div>
    ${links.length === 0 ? nothing : html`<p>Work, in full:</p><ul>${links.map((link) => html`<li><bdi dir="ltr">${plain(link, 500)}</bdi></li>`)}</ul>`}
    ${badge?.id ? html`<p>Badge: <bdi dir="ltr">${plain(badge.id, 500)}</bdi></p>` : nothing}
    ${badge?.issuer.id ? html`<p>Issuer: <bdi dir="ltr">${plain(badge.issuer.id, 500)}</bdi></p>` : nothing}
    ${report.contacted.length === 0 ? nothing : html`<p>Asked for this: ${[...new Set(report.contacted.map(({ host }) => host))].join(', ')}</p>`}
    <p>Checked on ${at}, in the reader’s own browser, with Proofmark’s verification page ${__VERSION__}. This paper is a record of that check, and no proof of it.</p>
  </section>`;
}
