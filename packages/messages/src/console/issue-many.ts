import { messages } from '../compiled/console-issue-many/en.js';
import { translations } from '../compiled/console-issue-many/translations.js';
import type { ConsoleIssueMany } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type IssueManyTexts = ConsoleIssueMany;

/** The words of issuing many badges, by language. */
export const issueManyTexts: (lang: string) => Promise<IssueManyTexts> = screenTexts(messages, translations);
