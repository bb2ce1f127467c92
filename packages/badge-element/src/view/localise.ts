import type { CheckId, Detail, Outcome, Report } from '@proofmark/schemas';
import { dateWriter } from './date-writer.js';

function localDetail(detail: Detail, write: (text: string) => string): Detail {
  const entries = Object.entries(detail).map(([key, value]): [string, Detail[string]] => [
    key,
    typeof value === 'string' ? write(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** The same report with the times in its details as dates of the reader's language: sentences quote details as they are. */
export function localise(report: Report, locale: string): Report {
  const write = dateWriter(locale);
  const checks = Object.entries(report.checks).map(([id, outcome]): [string, Outcome] => [
    id,
    outcome.detail === undefined ? outcome : { ...outcome, detail: localDetail(outcome.detail, write) },
  ]);
  return { ...report, checks: Object.fromEntries(checks) as Record<CheckId, Outcome> };
}
