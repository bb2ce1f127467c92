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

/** What the doctor found, as text: one line a finding, its remedy below. */
export function doctorText({ issuer, findings }: Examination, terminal: Terminal): string {
  const lines = findings.flatMap(({ state, text, remedy }) => {
    const [sign, colour] = SIGNS[state];
    return [`${paint(terminal, colour, sign)} ${plain(text, 600)}`, ...(remedy === undefined ? [] : [`    → ${plain(remedy, 600)}`])];
  });
  const name = issuer === null ? [] : [plain(issuer)];
  return `${[...name, ...lines, '', SUMMARIES[codeOfFindings(findings)]].join('\n')}\n`;
}
