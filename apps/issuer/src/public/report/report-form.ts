import { canonicalEmail, isWellFormed } from '@proofmark/primitives';
import { MAX_REPORT_TEXT, REPORT_REASONS, type ReportReason } from '@proofmark/schemas/api';

/** What a reader has filled in, as they sent it: what is wrong is shown to them again. */
export interface TypedReport {
  readonly reason: string;
  readonly text: string;
  readonly email: string;
}

/** What is wrong with a field; the names are those of sentences. */
export interface ReportFaults {
  readonly reason?: 'no-reason';
  readonly text?: 'no-text' | 'long-text';
  readonly email?: 'no-email';
}

export interface FilledIn {
  readonly reason: ReportReason;
  readonly text: string | null;
  readonly email: string | null;
}

export const NOTHING_TYPED: TypedReport = { reason: '', text: '', email: '' };

/** Reads the fields of the form. A browser counts a line end as one character and sends two. */
export function readReport(
  form: URLSearchParams,
): { readonly ok: true; readonly report: FilledIn } | { readonly ok: false; readonly typed: TypedReport; readonly faults: ReportFaults } {
  const field = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const typed = { reason: field('reason'), text: field('text'), email: field('email') };
  const reason = REPORT_REASONS.find((one) => one === typed.reason);
  const text = textFault(typed.text, reason);
  const email = typed.email === '' || isAddress(typed.email) ? undefined : ('no-email' as const);
  if (reason === undefined || text !== undefined || email !== undefined) {
    const faults = { ...(reason === undefined && { reason: 'no-reason' as const }), ...(text && { text }), ...(email && { email }) };
    return { ok: false, typed, faults };
  }
  return { ok: true, report: { reason, text: typed.text || null, email: typed.email || null } };
}

function textFault(text: string, reason: ReportReason | undefined): ReportFaults['text'] {
  if (text.length > MAX_REPORT_TEXT) return 'long-text';
  return (text === '' && reason === 'other') || !isWellFormed(text) ? 'no-text' : undefined;
}

function isAddress(text: string): boolean {
  return text.length <= 254 && canonicalEmail(text) !== null;
}
