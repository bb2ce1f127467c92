import { csvLine } from '@proofmark/primitives';
import type { CredentialSummary } from '@proofmark/schemas/api';
import { plain, type Terminal } from '../terminal.js';
import { tableText } from './table.js';

const COLUMNS = ['id', 'name', 'external_id', 'achievement', 'state', 'issued_at', 'valid_until', 'url'] as const;

/** Badges as CSV, with a line of the names of the columns. Cells that a spreadsheet would run are guarded. */
export function csvOf(badges: readonly CredentialSummary[]): string {
  const rows = badges.map(({ id, recipient, achievementName, state, issuedAt, validUntil, url }) =>
    csvLine([id, recipient?.name ?? null, recipient?.externalId ?? null, achievementName, state, issuedAt, validUntil, url]),
  );
  return `${csvLine(COLUMNS)}${rows.join('')}`;
}

/** The most characters of a name, and of what was earned. */
const WIDE = 32;

/** Badges as a table for people. */
export function tableOf(badges: readonly CredentialSummary[], terminal: Terminal): string {
  const rows = badges.map((badge) => [
    plain(badge.recipient?.name ?? badge.recipient?.externalId ?? '–', WIDE),
    plain(badge.achievementName, WIDE),
    badge.state,
    badge.issuedAt.slice(0, 10),
    badge.validUntil?.slice(0, 10) ?? '–',
    badge.id,
  ]);
  return tableText(['Recipient', 'Achievement', 'State', 'Issued', 'Until', 'Id'], rows, terminal);
}
