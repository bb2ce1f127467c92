import type { OverviewTexts } from '@proofmark/messages/console/overview';
import type { CredentialSummary } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import type { ConsoleContext } from '../../shell/context.js';
import type { Found } from './read-overview.js';

/** The badges behind the numbers: those whose work changed, those that run out, and the newest ones. */
export function attention(said: OverviewTexts, context: ConsoleContext, { overview, latest }: Found): TemplateResult {
  const { lang } = context;
  const day = (instant: string) => html`<time datetime=${instant}>${dayIn(lang, instant)}</time>`;
  const { changed, ending } = overview;
  return html`<div class="columns">
    ${list(
      'changed',
      said.changed.list,
      changed.latest.map(({ badge, at, found }) =>
        row(said, context, badge, html`<span class="found ${found}">${said.found[found]}</span> ${day(at)}`),
      ),
      said.changed.none,
    )}
    ${list(
      'ending',
      said.ending.list,
      ending.next.map((badge) => row(said, context, badge, day(badge.validUntil ?? ''))),
      said.ending.none,
    )}
    ${list(
      'latest',
      said.latest,
      latest.map((badge) => row(said, context, badge, day(badge.issuedAt))),
      said['no-badges'],
    )}
  </div>`;
}

function list(id: string, title: string, rows: readonly TemplateResult[], none: string): TemplateResult {
  return html`<section class="panel" aria-labelledby=${id}>
    <h2 id=${id} tabindex="-1">${title}</h2>
    ${rows.length === 0 ? html`<p>${none}</p>` : html`<ul class="rows">${rows}</ul>`}
  </section>`;
}

function row(said: OverviewTexts, context: ConsoleContext, badge: CredentialSummary, more: TemplateResult): TemplateResult {
  const { id, achievementName, recipient } = badge;
  return html`<li>
    <span><a href=${context.href(`badges/${id}`)}>${achievementName}</a> ${said.to({ name: recipient?.name ?? said.someone })}</span>
    <span>${more}</span>
  </li>`;
}
