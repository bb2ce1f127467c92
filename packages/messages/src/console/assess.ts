import { messages } from '../compiled/console-assess/en.js';
import { translations } from '../compiled/console-assess/translations.js';
import type { ConsoleAssess } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type AssessTexts = ConsoleAssess;

/** The words of the queue of the assessors, by language. */
export const assessTexts: (lang: string) => Promise<AssessTexts> = screenTexts(messages, translations);
