import type { Report } from '@proofmark/schemas';
import { originOf } from '../input/candidate.js';
import type { Entry } from './entries.js';
import { evidenceItemsOf } from './evidence-items.js';
import { issuerInShort } from './issuer-in-short.js';

const COLUMNS = [
  'handed_in',
  'verdict',
  'in_words',
  'because',
  'badge',
  'badge_id',
  'issuer_id',
  'issuer_proven',
  'issuer_says',
  'recipient_name',
  'this_person',
  'valid_from',
  'valid_until',
  'skills',
  'work',
  'checked_at',
  'asked',
] as const;

/**
 * The table as CSV (RFC 4180) for a spreadsheet: UTF-8 with a byte order mark, so that Excel reads it, and no cell that a
 * spreadsheet would take for a formula.
 *
 * @param inWords - the verdict in words
 */
export function toCsv(entries: readonly Entry[], inWords: (report: Report) => string): string {
  const lines = [COLUMNS as readonly string[], ...entries.map((entry) => line(entry, inWords))];
  return `\ufeff${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function line({ row, report }: Entry, inWords: (report: Report) => string): readonly string[] {
  const origin = originOf(row.candidate);
  if (report === null) return [origin, 'not-checked', ...Array<string>(COLUMNS.length - 2).fill('')];
  const { badge, checks } = report;
  const issuer = issuerInShort(report);
  return [
    origin,
    report.verdict,
    inWords(report),
    report.because.join(' '),
    badge?.name ?? '',
    badge?.id ?? '',
    badge?.issuer.id ?? '',
    issuer.proven ?? '',
    issuer.says ?? '',
    badge?.recipient.name ?? '',
    checks.recipient.outcome === 'not-applicable' ? 'not-asked' : checks.recipient.outcome,
    badge?.validFrom ?? '',
    badge?.validUntil ?? '',
    (badge?.skills ?? []).map(({ name }) => name).join('; '),
    evidenceItemsOf(report)
      .map(({ work }) => work.id ?? work.name ?? '')
      .join(' '),
    report.checkedAt,
    report.contacted.map(({ host, for: purpose }) => `${host} (${purpose})`).join('; '),
  ];
}

/** A cell that begins like a formula is run as one by spreadsheets, so an apostrophe goes before it (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[\t\r\n ]*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
