import type { Report, Verdict } from '@proofmark/schemas';
import { EXIT } from '../usage-error.js';

const CODE: Record<Verdict, number> = {
  'do-not-rely': EXIT.notGenuine,
  'no-longer-current': EXIT.notGenuine,
  test: EXIT.notGenuine,
  unreadable: EXIT.unfinished,
  unfinished: EXIT.unfinished,
  'genuine-issuer-unknown': EXIT.allGenuine,
  'genuine-issuer-confirmed': EXIT.allGenuine,
};

/**
 * The exit code of one report: 0 genuine, 1 not genuine (a test badge among them: it was awarded to nobody), 2 unfinished or unreadable.
 * With an expected recipient, a genuine badge of another person is 1, and one without an identity is 2.
 */
function codeOf(report: Report, recipientAsked: boolean): number {
  const code = CODE[report.verdict];
  if (code !== EXIT.allGenuine || !recipientAsked) return code;
  const { outcome } = report.checks.recipient;
  if (outcome === 'passed') return EXIT.allGenuine;
  return outcome === 'failed' ? EXIT.notGenuine : EXIT.unfinished;
}

/** The exit code of a run: 1 when any badge is not genuine, else 2 when any is unfinished or unreadable, else 0. */
export function exitCode(reports: readonly Report[], recipientAsked: boolean): number {
  const codes = reports.map((report) => codeOf(report, recipientAsked));
  if (codes.includes(EXIT.notGenuine)) return EXIT.notGenuine;
  return codes.includes(EXIT.unfinished) ? EXIT.unfinished : EXIT.allGenuine;
}
