import type { CheckId, Detail, Outcome, Report } from '@proofmark/schemas';

const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d|$)/;

function localDetail(detail: Detail, format: Intl.DateTimeFormat): Detail {
  const entries = Object.entries(detail).map(([key, value]): [string, Detail[string]] => {
    if (typeof value !== 'string' || !INSTANT.test(value)) return [key, value];
    // A day alone is the same day everywhere.
    const at = new Date(value.length > 10 ? value : `${value}T00:00:00`);
    return [key, Number.isNaN(at.getTime()) ? value : format.format(at)];
  });
  return Object.fromEntries(entries);
}

/** The same report with the times in its details as dates of the reader's language: sentences quote details as they are. */
export function localise(report: Report, locale: string): Report {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const checks = Object.entries(report.checks).map(([id, outcome]): [string, Outcome] => [
    id,
    outcome.detail === undefined ? outcome : { ...outcome, detail: localDetail(outcome.detail, format) },
  ]);
  return { ...report, checks: Object.fromEntries(checks) as Record<CheckId, Outcome> };
}
