import type { Addresses } from '../layout/addresses.js';
import { type Html, html } from '../layout/html.js';

/** The badges before and after one, by id; null where there is none. */
export interface Versions {
  readonly successor: string | null;
  readonly predecessor: string | null;
}

/** That a badge was renewed, and that it renews another, with the way to each. Nothing for a badge that stands alone. */
export function versionNotice({ successor, predecessor }: Versions, at: Addresses): Html | null {
  if (successor === null && predecessor === null) return null;
  const link = (id: string, text: string): Html => html`<a href="${at.root}/credentials/${id}">${text}</a>`;
  return html`<div class="notice renewed" lang="en">
${
  successor === null
    ? null
    : html`<p><strong>This badge was renewed.</strong> ${link(successor, 'The newer badge')} holds newer work. This one stays as it was issued.</p>`
}
${predecessor === null ? null : html`<p>It renews ${link(predecessor, 'an earlier badge')} of the same achievement.</p>`}
</div>`;
}
