import type { ViewContext } from '@proofmark/badge-element/view';
import type { PageTexts } from '@proofmark/messages/page';

/** What every view of this page needs beside its data: the words of the reader's language. */
export interface PageContext extends ViewContext {
  readonly words: PageTexts;
}
