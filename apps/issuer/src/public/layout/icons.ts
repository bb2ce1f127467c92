import { type Html, html } from './html.js';

/** What an answer on the issuer’s own page is: it holds, as the issuer says; it is no longer so; there is none; nobody has found out. */
export type FactTone = 'open' | 'old' | 'none' | 'unknown';

const CIRCLE = html`<circle cx="12" cy="12" r="9.5"></circle>`;
const SHAPES: Readonly<Record<FactTone, Html>> = {
  open: html`${CIRCLE}<path d="M8 12.5l3 3 5.5-6.5"></path>`,
  old: html`<path d="M12 2.5l10 18H2zM12 9.5v5M12 17.3v.2"></path>`,
  none: html`<path d="M7 12h10"></path>`,
  unknown: html`<path d="M12 1.8L22.2 12 12 22.2 1.8 12z"></path><path d="M9.4 9.6a2.7 2.7 0 1 1 3.7 2.6c-.8.4-1.1.9-1.1 1.8M12 17v.2"></path>`,
};

/** The outline that goes with an answer; its word carries the meaning. */
export function factIcon(tone: FactTone): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${SHAPES[tone]}</svg>`;
}
