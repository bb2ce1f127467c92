import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import { icon } from '../icons/index.js';
import { sheet } from '../sheets/sheet.js';

/** A place where something will stand, and does not yet. */
export interface EmptyState {
  readonly shape: SVGTemplateResult;
  /** What there is none of. */
  readonly title: string;
  /** What a reader can do about it. */
  readonly text: unknown;
  /** The button or link that does it. */
  readonly action?: unknown;
}

/** Says that there is nothing yet, and what to do. The caller puts it where the list would be. */
export function emptyView({ shape, title, text, action = nothing }: EmptyState): TemplateResult {
  return html`<div class="empty">
    ${icon(shape)}
    <p class="empty-title">${title}</p>
    <p class="empty-text">${text}</p>
    ${action}
  </div>`;
}

/** Its look; a style sheet of its own, since only few faces have empty lists. */
export const emptyCss: string = sheet(`
  .empty { display: grid; gap: var(--pm-space-s); justify-items: center; text-align: center; padding: var(--pm-space-2xl) var(--pm-space-l); border: var(--pm-stroke-2) dashed var(--pm-line); border-radius: var(--pm-radius-l); color: var(--pm-soft); }
  .empty > .icon { inline-size: var(--pm-mark-large); block-size: var(--pm-mark-large); }
  .empty-title { color: var(--pm-ink); font-size: var(--pm-text-l); font-weight: 600; }
  .empty-text { max-inline-size: var(--pm-measure-form); }
`);
