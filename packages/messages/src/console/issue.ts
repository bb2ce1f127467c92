import { messages } from '../compiled/console-issue/en.js';
import { translations } from '../compiled/console-issue/translations.js';
import type { ConsoleIssue } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type IssueTexts = ConsoleIssue;

/** The words of the form that issues one badge, by language. */
export const issueTexts: (lang: string) => Promise<IssueTexts> = screenTexts(messages, translations);
