import { paint, type Terminal } from '../terminal.js';
import type { AuditCheck, AuditFinding } from './audit-check.js';

const SENTENCES: Readonly<Record<AuditFinding['fault'], string>> = {
  malformed: 'after it stands a line that is no entry',
  altered: 'its content is not what was sealed',
  missing: 'entries before it are missing; an export that does not begin at 1 needs --after',
  moved: 'it stands twice, or behind an entry that came after it',
  unchained: 'it does not continue the entry before it, which was altered or removed',
  'other-log': 'it belongs to the log of another issuer',
  'cut-off': 'here the log ends, before the head that you noted',
  rewritten: 'it is another entry than the one that you noted',
};

/** The outcome of a check, for the terminal. */
export function auditText({ whole, entries, findings, more, head }: AuditCheck, terminal: Terminal): string {
  const counted = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  const lines = whole
    ? [`${paint(terminal, 'green', '✓')} The audit log is whole: ${counted}.`]
    : [`${paint(terminal, 'red', '✗')} The audit log is not whole: ${counted} read.`];
  for (const { fault, sequence } of findings) lines.push(`  Entry ${sequence}: ${SENTENCES[fault]}.`);
  if (more > 0) lines.push(`  And ${more} more.`);
  if (whole && head !== null) lines.push(`Note this head for the next check, somewhere else: --head ${head}`);
  return `${lines.join('\n')}\n`;
}
