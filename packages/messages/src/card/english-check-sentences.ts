import { ENGLISH_CHECKS } from '../checks.js';
import { messages as names } from '../compiled/check-names/en.js';
import { messages as notes } from '../compiled/notes/en.js';
import type { CheckSentences } from './texts.js';

/** What is said of checks in English. */
export const english: CheckSentences = { verdicts: ENGLISH_CHECKS, names, notes };
