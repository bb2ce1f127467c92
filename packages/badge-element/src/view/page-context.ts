import { english, type Texts } from '@proofmark/messages/card';
import { contextOf, type ViewContext } from './context.js';

/** The context of a page of ours; see `contextOf`. */
export function pageContext(locale?: string, texts: Texts = english, home?: string): ViewContext {
  return contextOf(locale, texts, home);
}
