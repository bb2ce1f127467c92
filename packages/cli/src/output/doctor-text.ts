import { doctorTexts } from '@proofmark/messages/terminal';
import type { Examination } from '../doctor/examine.js';
import { codeOfFindings, type Finding } from '../doctor/finding.js';
import { paint, plain, type Terminal } from '../terminal.js';

const SIGNS: Readonly<Record<Finding['state'], readonly [sign: string, colour: 'red' | 'yellow' | 'green' | 'dim']>> = {
  ok: ['✓', 'green'],
  problem: ['✗', 'red'],
  unknown: ['?', 'yellow'],
  note: ['·', 'dim'],
};

const SUMMARIES: Readonly<Record<number, string>> = {
  0: doctorTexts.summaries.fine,
  1: doctorTexts.summaries.problems,
  2: doctorTexts.summaries.unfinished,
};

const MAIL_SUMMARIES: Readonly<Record<number, string>> = {
  0: doctorTexts.mail.summaries.fine,
  1: doctorTexts.mail.summaries.problems,
  2: doctorTexts.mail.summaries.unfinished,
};

/** What the doctor found, as text: one line a finding, its remedy below. */
export function doctorText({ issuer, findings }: Examination, terminal: Terminal): string {
  return textOf(issuer, findings, SUMMARIES, terminal);
}

/** The same of what those who receive mail of a domain find. */
export function mailText(domain: string, findings: readonly Finding[], terminal: Terminal): string {
  return textOf(doctorTexts.mail.heading({ domain }), findings, MAIL_SUMMARIES, terminal);
}

function textOf(heading: string | null, findings: readonly Finding[], summaries: typeof SUMMARIES, terminal: Terminal): string {
  const lines = findings.flatMap(({ state, text, remedy }) => {
    const [sign, colour] = SIGNS[state];
    return [`${paint(terminal, colour, sign)} ${plain(text, 600)}`, ...(remedy === undefined ? [] : [`    → ${plain(remedy, 600)}`])];
  });
  const name = heading === null ? [] : [plain(heading)];
  return `${[...name, ...lines, '', summaries[codeOfFindings(findings)]].join('\n')}\n`;
}
