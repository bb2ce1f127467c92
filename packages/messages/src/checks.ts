import type { CheckId, Outcome } from '@proofmark/schemas';
import { messages as cases } from './compiled/check-cases/en.js';
import { messages as names } from './compiled/check-names/en.js';
import { messages as english } from './compiled/checks/en.js';
import type { CheckNames } from './compiled/types.js';
import { type CheckLanguage, describeCheckIn } from './describing/check.js';
import type { Sentence } from './sentence.js';

/** The sentences in English, which has all of them. */
export const ENGLISH_CHECKS: CheckLanguage = { lang: 'en-GB', checks: { ...english, ...cases } };

/** What one check found, for readers: what happened, what it means, what to do. */
export const describeCheck = (id: CheckId, outcome: Outcome, language: CheckLanguage = ENGLISH_CHECKS): Sentence =>
  describeCheckIn(language, id, outcome);

/** The word that goes with an outcome's sign; never the name of a colour. */
export function wordOfOutcome({ outcome }: Outcome, { outcomes }: CheckNames = names): string {
  return outcomes[outcome];
}

/** The short name of a check, for lists. */
export function nameOfCheck(id: CheckId, { names: named }: CheckNames = names): string {
  return named[id];
}
