import type { Verdict } from '@proofmark/schemas';

/** The headline of each verdict, worst first. */
export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  'do-not-rely': 'Do not rely on this badge',
  unreadable: 'We cannot read this as a badge',
  unfinished: 'The check could not be finished',
  'no-longer-current': 'Genuine, but no longer current',
  'genuine-issuer-unknown': 'Genuine; the issuer is not known to us',
  'genuine-issuer-confirmed': 'Genuine, and the issuer is on your list',
};
