import { describeAge, describeWork, type WorkLine } from '@proofmark/messages';
import { terminalTexts as texts } from '@proofmark/messages/terminal';
import type { EvidenceReport, Report } from '@proofmark/schemas';
import { paint, plain, type Terminal } from '../terminal.js';

/** An answer is yes, no or neither; the sign shows this without colour. */
const SIGNS = { yes: '✓', matches: '✓', no: '–', changed: '✗', gone: '✗', private: '?', 'not-checked': '?' } as const;

/** The evidence of a badge: each piece with its four lines, and below them its other names. */
export function reportEvidenceText({ badge, evidence }: Report, terminal: Terminal): string[] {
  const lines = [`  ${texts.work}`];
  const works = badge?.evidence ?? [];
  if (works.length === 0) lines.push(`    ${texts['no-work']}`);
  for (const [at, work] of works.entries()) {
    const facts = evidence[at];
    if (facts?.companionOf !== undefined) continue;
    lines.push(`    ${plain(work.name ?? work.genre ?? texts['unnamed-work'])}  ${plain(work.id ?? '', 2000)}`.trimEnd());
    if (facts !== undefined) lines.push(...evidenceLines(facts, terminal));
    for (const [other, { id }] of works.entries())
      if (evidence[other]?.companionOf === at)
        lines.push(`      ${texts.also({ id: plain(id ?? '', 2000), looked: evidence[other].sameBytes })}`);
  }
  return lines;
}

function evidenceLines(facts: EvidenceReport, terminal: Terminal): string[] {
  const { pinned, sameBytes, kept, theirs } = facts;
  const answers = [pinned, sameBytes, kept, theirs];
  const four = describeWork(facts).flatMap((line, index) => answerLines(line, SIGNS[answers[index] ?? 'not-checked'], terminal));
  const copies = (facts.keptCopies ?? []).flatMap(({ url }) => (url === null ? [] : [`        ${texts.copy({ url: plain(url, 2000) })}`]));
  const age = describeAge(facts);
  return [...four, ...copies, ...(age === '' ? [] : [`      ${plain(age)}`])];
}

function answerLines({ name, answer, more, limit }: WorkLine, sign: string, terminal: Terminal): string[] {
  return [
    `      ${sign} ${name}: ${plain(answer, 1000)}. ${paint(terminal, 'dim', limit)}`,
    ...more.map((sentence) => `        ${plain(sentence, 1000)}`),
  ];
}
