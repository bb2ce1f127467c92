import { type Report, VERDICTS } from '@proofmark/schemas';
import type { Row } from '../checking/batch.js';
import { addressOf } from '../input/candidate.js';

/** One row of the table: a badge, or an input that was meant as one. A presentation of several badges makes several. */
export interface Entry {
  /** Stays the same while the badge is asked about again. */
  readonly id: string;
  readonly row: Row;
  readonly report: Report | null;
}

/** A link among others that leads to no badge, or that could not be fetched. */
export interface OtherLink {
  readonly row: Row;
  readonly url: string;
  readonly why: 'no-badge' | 'not-asked';
}

/** What there is to show of the rows: badges, and links that are none. */
export function entriesOf(rows: readonly Row[]): { readonly entries: readonly Entry[]; readonly others: readonly OtherLink[] } {
  const others: OtherLink[] = [];
  const entries = rows.flatMap((row): Entry[] => {
    const { report, candidate } = row;
    const url = addressOf(candidate);
    const found = report !== null && (report.badge !== null || report.contained.length > 0);
    if (candidate.meant || found || url === null) return members(row);
    if (report !== null) others.push({ row, url, why: report.checks.format.outcome === 'unknown' ? 'not-asked' : 'no-badge' });
    return [];
  });
  return { entries, others };
}

function members(row: Row): Entry[] {
  const { report, key } = row;
  const inside = report === null || report.badge !== null ? [] : report.contained;
  if (inside.length < 2) return [{ id: String(key), row, report }];
  return inside.map((member, index) => ({ id: `${key}.${index}`, row, report: member }));
}

/** Worst first, as the verdicts are listed; what has no verdict yet comes last. Equals stay in the order of the input. */
export function worstFirst(entries: readonly Entry[]): readonly Entry[] {
  const rank = ({ report }: Entry): number => (report === null ? VERDICTS.length : VERDICTS.indexOf(report.verdict));
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** Whether there is a badge among the rows, whatever became of it. */
export const hasBadge = (rows: readonly Row[]): boolean => entriesOf(rows).entries.some(({ report }) => report?.badge);
