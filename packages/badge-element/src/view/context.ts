import { english, type Texts } from '../texts.js';

/** What every part of the view needs beside the report: words, the reader's language, and the host of the page it stands on. */
export interface ViewContext {
  readonly texts: Texts;
  /** A BCP 47 tag for dates. */
  readonly locale: string;
  readonly pageHostname: string;
}

/** The context of a page in this browser. */
export function pageContext(locale?: string): ViewContext {
  return { texts: english, locale: locale || document.documentElement.lang || 'en', pageHostname: location.hostname };
}
