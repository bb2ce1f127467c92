import { english } from '../texts/en.js';
import type { Texts } from '../texts/texts.js';

/** What every part of the view needs beside the report: words, the reader's language, and the host of the page it stands on. */
export interface ViewContext {
  readonly texts: Texts;
  /** A BCP 47 tag for dates. */
  readonly locale: string;
  readonly pageHostname: string;
}

/** The context of a page in this browser; dates are written as its language does, as far as the browser knows it. */
export function pageContext(locale?: string, texts: Texts = english): ViewContext {
  const wanted = locale || document.documentElement.lang;
  return { texts, locale: isLocale(wanted) ? wanted : texts.lang, pageHostname: location.hostname };
}

/** A page may say anything in `lang`; what is no language tag would make `Intl` throw. */
function isLocale(tag: string): boolean {
  try {
    return tag !== '' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
