import { doctorTexts } from '@proofmark/messages/terminal';
import type { SecondOpinion } from '@proofmark/proofs/second-opinion';
import type { Opinion } from '../input/opinions.js';
import { paint, plain, type Terminal } from '../terminal.js';

const SIGNS = { agrees: ['=', 'green'], disagrees: ['≠', 'red'], 'cannot-tell': ['?', 'yellow'] } as const;
const texts = doctorTexts.opinions;
const REASONS: Readonly<Record<NonNullable<SecondOpinion['reason']>, string>> = texts.reasons;

/** What other libraries say about the signatures, as text: below the report, since it changes nothing there. */
export function opinionsText(opinions: readonly Opinion[], terminal: Terminal): string {
  const lines = opinions.map(
    (opinion) => `    ${paint(terminal, SIGNS[opinion.opinion][1], SIGNS[opinion.opinion][0])} ${opinionText(opinion)}`,
  );
  const none = `    · ${texts.none}`;
  return `${[paint(terminal, 'dim', `  ${texts.heading}`), ...(lines.length === 0 ? [none] : lines), ''].join('\n')}\n`;
}

/** One opinion as one sentence. */
export function opinionText({ library, opinion, of, suite, ours, theirs, reason }: Opinion): string {
  const given = { library, opinion, suite: plain(suite, 60), of: plain(of ?? texts.unnamed, 300), ours };
  return reason === null ? texts.both({ ...given, theirs }) : texts.unasked({ ...given, reason: REASONS[reason] });
}
