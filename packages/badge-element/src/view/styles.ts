import { type CSSResult, unsafeCSS } from 'lit';
import { moreCss } from './fold/more-css.js';
import { viewCss } from './view-css.js';

/** The same for elements made with Lit, as the verification page is. */
export const viewStyles: CSSResult = unsafeCSS(viewCss + moreCss);
