import type { CheckId, Outcome, Report, Verdict } from '@proofmark/schemas';
// placeholder until words exist
export const headlineOf = (verdict: Verdict): string =>
  ({
    'do-not-rely': 'Do not rely on it',
    unreadable: 'Not readable as a badge',
    unfinished: 'Could not finish the check',
    'no-longer-current': 'Genuine, no longer current',
    'genuine-issuer-unknown': 'Genuine, issuer not known to us',
    'genuine-issuer-confirmed': 'Genuine, issuer confirmed',
  })[verdict];
export const sentenceOf = (report: Report): string => report.because.join(', ');
export const titleOf = (id: CheckId): string => id;
export const outcomeSentenceOf = (id: CheckId, outcome: Outcome): string => `${id} ${outcome.outcome}`;
