import { type SVGTemplateResult, svg } from 'lit/html.js';

// Each meaning has its own outline, so that it is told apart without colour; the word always stands beside it.
const TICK: SVGTemplateResult = svg`<path d="M8 12.5l3 3 5.5-6.5" />`;
const CROSS: SVGTemplateResult = svg`<path d="M9 9l6 6M15 9l-6 6" />`;
const QUESTION: SVGTemplateResult = svg`<path d="M9.4 9.6a2.7 2.7 0 1 1 3.7 2.6c-.8.4-1.1.9-1.1 1.8M12 17v.2" />`;
const CIRCLE: SVGTemplateResult = svg`<circle cx="12" cy="12" r="9.5" />`;

/** Confirmed by somebody whom the reader trusts. */
export const SHIELD: SVGTemplateResult = svg`<path d="M12 2l8.5 3v7c0 5-3.6 8.6-8.5 10-4.9-1.4-8.5-5-8.5-10V5z" />${TICK}`;
/** A yes. */
export const YES: SVGTemplateResult = svg`${CIRCLE}${TICK}`;
/** A no that says not to rely on something. */
export const STOP: SVGTemplateResult = svg`<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" />${CROSS}`;
/** Not asked, or no answer. */
export const UNKNOWN: SVGTemplateResult = svg`<path d="M12 1.8L22.2 12 12 22.2 1.8 12z" />${QUESTION}`;
/** Something to know. */
export const INFO: SVGTemplateResult = svg`${CIRCLE}<path d="M12 11v6M12 7.2v.2" />`;
/** A test. */
export const FLASK: SVGTemplateResult = svg`<path d="M9 2.5h6M10 2.5v7L4.8 18.6A2 2 0 0 0 6.5 21.5h11a2 2 0 0 0 1.7-2.9L14 9.5v-7M7.5 15h9" />`;
/** A matter of time. */
export const CLOCK: SVGTemplateResult = svg`${CIRCLE}<path d="M12 6.5V12l3.5 2.5" />`;
/** A page that cannot be read. */
export const PAGE: SVGTemplateResult = svg`<path d="M6 2.5h8l4.5 4.5v14.5H6z" stroke-dasharray="3 2" /><path d="M9 12h6" />`;
/** A no that accuses nobody: there is none. */
export const NONE: SVGTemplateResult = svg`<path d="M7 12h10" />`;
/** Changed since. */
export const CHANGED: SVGTemplateResult = svg`<path d="M12 2.5l10 18H2zM12 9.5v5M12 17.3v.2" />`;
/** Closes something. */
export const CLOSE: SVGTemplateResult = svg`<path d="M6 6l12 12M18 6L6 18" />`;

/** An icon. It is decoration: the word beside it carries the meaning for those who do not see it. */
export const icon = (shape: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape}</svg>`;
