import type { ViewContext } from '@proofmark/badge-element/view';
import type { PageTexts } from '@proofmark/messages/page';
import type { TrustList } from '../checking/trust-list.js';

/** What every view of this page needs beside its data: the words of the reader’s language, and whom the reader and the operator trust. */
export interface PageContext extends ViewContext {
  readonly words: PageTexts;
  readonly trusted: Pick<TrustList, 'byOperator' | 'operatorHost'>;
}
