import { messages } from '../compiled/console-row-faults/en.js';
import { translations } from '../compiled/console-row-faults/translations.js';
import type { ConsoleRowFaults } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type RowFaultTexts = ConsoleRowFaults;

/** What is wrong with a row and what to do about it, by the code of its fault, by language. */
export const rowFaultTexts: (lang: string) => Promise<RowFaultTexts> = screenTexts(messages, translations);
