import type { CredentialSummary } from '@proofmark/schemas/api';

/** The columns, whose names are those of the export of everything. */
const HEADER = ['id', 'name', 'external_id', 'achievement', 'state', 'issued_at', 'valid_until', 'claimed_at', 'url'];

/** Badges as a table for a spreadsheet (RFC 4180). */
export function csvOf(badges: readonly CredentialSummary[]): string {
  const lines = badges.map(({ id, recipient, achievementName, state, issuedAt, validUntil, claimedAt, url }) =>
    [id, recipient?.name, recipient?.externalId, achievementName, state, issuedAt, validUntil, claimedAt, url].map(cellOf).join(','),
  );
  return `${[HEADER.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A name that begins like a formula is not to be one in the program that opens the table. */
function cellOf(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /["\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
