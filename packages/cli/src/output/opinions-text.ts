import type { SecondOpinion } from '@proofmark/proofs/second-opinion';
import type { Opinion } from '../input/opinions.js';
import { paint, plain, type Terminal } from '../terminal.js';

const SIGNS = { agrees: ['=', 'green'], disagrees: ['≠', 'red'], 'cannot-tell': ['?', 'yellow'] } as const;
const WORDS = { agrees: 'agrees', disagrees: 'disagrees', 'cannot-tell': 'cannot tell' } as const;
const ANSWERS = { valid: 'valid', invalid: 'not valid', undecided: 'undecided', 'cannot-tell': 'undecided' } as const;

const REASONS: Readonly<Record<NonNullable<SecondOpinion['reason']>, string>> = {
  'unsupported-suite': 'it does not know this suite',
  'chained-proof': 'the proof builds on others',
  'unsupported-context': 'a context is not at hand',
  'limit-exceeded': 'the document is too large or too deep for it',
  'refused-document': 'it refuses the document for something else than its signature',
};

/** What other libraries say about the signatures, as text: below the report, since it changes nothing there. */
export function opinionsText(opinions: readonly Opinion[], terminal: Terminal): string {
  const lines = opinions.map(
    (opinion) => `    ${paint(terminal, SIGNS[opinion.opinion][1], SIGNS[opinion.opinion][0])} ${opinionText(opinion)}`,
  );
  const none = '    · No signature was checked, so nobody was asked.';
  return `${[paint(terminal, 'dim', '  Second opinion, about signatures alone'), ...(lines.length === 0 ? [none] : lines), ''].join('\n')}\n`;
}

/** One opinion as one sentence. */
export function opinionText({ library, opinion, of, suite, ours, theirs, reason }: Opinion): string {
  const about = `the ${plain(suite, 60)} signature of ${plain(of ?? 'a credential without an id', 300)}`;
  const why =
    reason === null ? `is ${ANSWERS[theirs]} for it and ${ANSWERS[ours]} for us` : `is ${ANSWERS[ours]} for us; ${REASONS[reason]}`;
  return `${library} ${WORDS[opinion]}: ${about} ${why}.`;
}
