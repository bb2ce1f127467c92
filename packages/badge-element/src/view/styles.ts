import { type CSSResult, unsafeCSS } from 'lit';
import { viewCss } from './view-css.js';

/** The same for elements made with Lit, as the verification page is. */
export const viewStyles: CSSResult = unsafeCSS(viewCss);
