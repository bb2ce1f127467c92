import { describeCheck, describeIssuer, describeNote, describeVerdict, nameOfCheck, wordOfOutcome } from '@proofmark/messages';
import { choice, terminalTexts as texts } from '@proofmark/messages/terminal';
import { CHECK_IDS, type CheckId, type Checks, type Report, type Verdict } from '@proofmark/schemas';
import { paint, plain, type Terminal } from '../terminal.js';
import { reportEvidenceText } from './report-evidence-text.js';

/** A sign of its own for each kind of answer: the shape says it too, not only the colour. Only a confirmed issuer has the tick. */
const SIGNS: Readonly<Record<Verdict, readonly [sign: string, colour: 'red' | 'yellow' | 'green' | 'bold']>> = {
  'do-not-rely': ['✗', 'red'],
  unreadable: ['?', 'yellow'],
  unfinished: ['?', 'yellow'],
  'no-longer-current': ['–', 'yellow'],
  test: ['–', 'yellow'],
  'genuine-issuer-unknown': ['i', 'bold'],
  'genuine-issuer-confirmed': ['✓', 'green'],
};
const OUTCOME_SIGNS = { passed: '✓', failed: '✗', unknown: '?', 'not-applicable': '·' } as const;

/** A report as text for a person: the headline, then the work, then who vouches, then dates, then each check. */
export function reportText(input: string, report: Report, terminal: Terminal): string {
  const [sign, colour] = SIGNS[report.verdict];
  const { title, text, todo } = describeVerdict(report);
  const lines = [
    plain(input),
    paint(terminal, colour, `${sign} ${title}`),
    ...[text, todo].filter((part) => part !== '').map((part) => `  ${plain(part, 2000)}`),
    ...badgeLines(report, terminal),
    ...recipientLines(report),
    '',
    paint(terminal, 'dim', `  ${texts.checks}`),
    ...checkLines(report),
    ...noteLines(report),
    ...report.contacted.map(({ host, for: purpose }) => paint(terminal, 'dim', `    ${texts.asked({ host: plain(host), purpose })}`)),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

/** Names the date of the recording, and that no request was made. */
export function recordingLine(at: string): string {
  return `${texts.recording({ at: plain(at) })}\n`;
}

function badgeLines(report: Report, terminal: Terminal): string[] {
  const { badge, checks } = report;
  // Of a badge that could not be had, or is reduced to its id, nothing is known to tell.
  if (badge === null || isEmpty(report)) return [];
  const { name: person } = badge.recipient;
  const said = texts.badge({
    altered: choice(mayBeAltered(checks)),
    titled: choice(badge.name !== null),
    name: plain(badge.name ?? ''),
    named: choice(person !== null),
    person: plain(person ?? ''),
  });
  const lines = ['', `  ${said}`, ...reportEvidenceText(report, terminal)];
  lines.push(...issuerLines(report));
  const from = plain(badge.validFrom ?? texts['unknown-time']);
  const until = badge.validUntil;
  lines.push(`  ${until === null ? texts['valid-without-end']({ from }) : texts['valid-until']({ from, until: plain(until) })}`);
  return lines;
}

function isEmpty(report: Report): boolean {
  const { badge } = report;
  const { known, says, id } = describeIssuer(report);
  const told = [badge?.name, badge?.recipient.name, badge?.validFrom, known, says, id];
  return told.every((value) => value === null || value === undefined) && (badge?.evidence ?? []).length === 0;
}

/** What others know of the issuer; the claims of the badge only where there is no better source. */
function issuerLines(report: Report): string[] {
  const { known, domain, says, id } = describeIssuer(report);
  const holds = { proven: choice(domain !== null), domain: plain(domain ?? '') };
  const shown = plain(id ?? texts.none);
  if (known === null)
    return [`  ${texts['issuer-claimed']({ ...holds, id: shown, named: choice(says !== null), says: plain(says ?? '') })}`];
  return [`  ${texts['issuer-known']({ ...holds, name: plain(known.name), by: plain(known.by) })}`, `    ${shown}`];
}

function recipientLines({ checks: { recipient } }: Report): string[] {
  if (recipient.outcome === 'not-applicable' && recipient.reason === 'not-asked') return [];
  const { happened, means } = describeCheck('recipient', recipient);
  return [`  ${texts.person({ answer: plain([happened, means].join(' ').trim(), 1000) })}`];
}

function checkLines({ checks }: Report): string[] {
  return CHECK_IDS.map((id) => {
    const outcome = checks[id];
    const code = outcome.outcome === 'failed' || outcome.outcome === 'unknown' ? ` [${outcome.code}]` : '';
    const said = describeCheck(id, outcome).happened;
    return `    ${OUTCOME_SIGNS[outcome.outcome]} ${nameOfCheck(id)}: ${plain(said || wordOfOutcome(outcome), 500)}${code}`;
  });
}

/** Each kind of note once: their places are in the JSON. */
function noteLines({ notes }: Report): string[] {
  const counts = new Map<string, number>();
  for (const { code } of notes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `    · ${plain(describeNote(code))}${count > 1 ? ` (${count} times)` : ''}`);
}

/** All claims are in doubt when the signed text did not pass; the claims of a revoked badge are still as signed. */
function mayBeAltered(checks: Checks): boolean {
  return ['shape', 'signature', 'claims'].some((id) => checks[id as CheckId].outcome === 'failed');
}
