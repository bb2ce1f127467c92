import { messages } from './compiled/page-later/en.js';
import type { PageLater } from './compiled/types.js';

/** What the later parts of the verification page say in English: the table, records, receipts, skills. */
export const laterPageTexts: PageLater = messages;
