import type { Verdict } from '@proofmark/schemas';
import { messages } from './compiled/page/en.js';
import type { Page } from './compiled/types.js';

/** The texts of the verification page in one language. */
export interface PageTexts extends Page {
  readonly counts: Page['counts'] & Readonly<Record<Verdict, (d: { readonly count: number }) => string>>;
}

/** The verification page in English. */
export const pageTexts: PageTexts = messages;
