import type { Verdict } from '@proofmark/schemas';
import { messages as page } from './compiled/page/en.js';
import type { Page } from './compiled/types.js';

export { choice, details } from './details.js';
export { fillSlots } from './fill-slots.js';

/** What the verification page says until the first verdict, in one language. */
export interface PageTexts extends Page {
  readonly counts: Page['counts'] & Readonly<Record<Verdict, (d: { readonly count: number }) => string>>;
}

/** The verification page in English. */
export const pageTexts: PageTexts = page;
