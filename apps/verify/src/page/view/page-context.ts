import type { ViewContext } from '@proofmark/badge-element/view';
import type { PageTexts } from '@proofmark/messages/page';
import type { ReportLanguage } from '@proofmark/messages/page-report';
import type { TrustList } from '../checking/trust-list.js';

/** What the views of the form need beside its data: the words of the reader’s language, and whom the reader and the operator trust. */
export interface FormContext extends ViewContext {
  readonly words: PageTexts;
  readonly trusted: Pick<TrustList, 'byOperator' | 'operatorHost'>;
}

/** What every view of a report needs beside its data: also the words for reports, which are loaded along with these views. */
export interface PageContext extends FormContext {
  readonly says: ReportLanguage;
}
