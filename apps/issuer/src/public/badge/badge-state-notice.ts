import { moment } from '../layout/dates.js';
import { foreignLines } from '../layout/foreign-text.js';
import { type Html, html } from '../layout/html.js';
import type { BadgeState } from './badge-state.js';
import type { BadgeView } from './badge-view.js';

/** The line under the title that says when a badge no longer stands, or does not stand yet. Nothing for one that stands. */
export function stateNotice(state: BadgeState, badge: BadgeView): Html | null {
  switch (state.kind) {
    case 'standing':
      return null;
    case 'withdrawn':
      return html`<div class="notice withdrawn" lang="en">
<p><strong>Withdrawn.</strong> The issuer withdrew this badge on ${moment(state.at)}. Do not rely on it.</p>
${
  state.reason === null
    ? html`<p>The issuer published no reason.</p>`
    : html`<p>Reason, in the issuer’s words:</p><blockquote>${foreignLines(state.reason)}</blockquote>`
}
</div>`;
    case 'expired':
      return html`<div class="notice expired" lang="en"><p><strong>No longer current.</strong> This badge was valid
${badge.validFrom === null ? null : html`from ${moment(badge.validFrom)} `}until ${moment(state.since)}. It may still tell what was achieved then.</p></div>`;
    case 'not-yet':
      return html`<div class="notice expired" lang="en"><p><strong>Not valid yet.</strong> This badge becomes valid on ${moment(state.from)}.</p></div>`;
  }
}
