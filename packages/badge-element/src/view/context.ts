import type { FoldedTexts, Texts } from '@proofmark/messages/card';
import { pageHost } from '@proofmark/platform/web';
import type { EvidenceReport } from '@proofmark/schemas';
import type { TemplateResult } from 'lit/html.js';

/** Looking at the work again, where a reader may ask for it. What it found is drawn by a part that is loaded then. */
export interface WorkHooks {
  readonly onCheck: () => void;
  readonly busy: boolean;
  /** What became of it, to be announced; empty before the reader asked. */
  readonly said: string;
  /** Draws what was found about one piece, below its four lines; `others` are the addresses of what only names it again. */
  readonly found: ((facts: EvidenceReport, others: readonly string[]) => TemplateResult) | null;
}

/** What every part of a folded card needs beside the report: words, the reader's language, and the host of the page it stands on. */
export interface CardContext {
  readonly texts: FoldedTexts;
  /** A BCP 47 tag for dates. */
  readonly locale: string;
  readonly pageHostname: string;
  /** Left out where no recheck is allowed. */
  readonly work?: WorkHooks;
}

/** The same with all words, for what is shown when a card is unfolded. */
export interface ViewContext extends CardContext {
  readonly texts: Texts;
}

/**
 * The context of a page in this browser; dates are written as its language does, as far as the browser knows it.
 *
 * @param home where what runs here was served from: it stands for the host of a page on a disk
 */
export function contextOf<Of extends FoldedTexts>(
  locale: string | undefined,
  texts: Of,
  home?: string,
): CardContext & { readonly texts: Of } {
  const wanted = locale || document.documentElement.lang;
  return { texts, locale: isLocale(wanted) ? wanted : texts.lang, pageHostname: pageHost(home) };
}

/** A page may say anything in `lang`; what is no language tag would make `Intl` throw. */
function isLocale(tag: string): boolean {
  try {
    return tag !== '' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
