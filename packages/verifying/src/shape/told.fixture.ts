import type { Json, JsonObject, Report } from '@proofmark/schemas';

const SETS = ['skills', 'tags', 'results', 'evidence', 'contained', 'contacted'];

/** A report without what is about the JSON and not about what it says: the order of sets, and the notes on its form. */
export function told({ notes: _, contained, checks, ...report }: Report): Json {
  const { endorsements: _own, ...others } = checks;
  return sorted({ ...report, checks: others } as unknown as Json);
}

function sorted(value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => sorted(item));
    return SETS.includes(key) ? [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, item]) => [name, sorted(item as Json, name)]));
}

/** Whether a badge is not taken for good, because of its form or its signature. */
export function isRefused({ checks, verdict }: Report): boolean {
  return (
    !verdict.startsWith('genuine') &&
    [checks.format, checks.shape, checks.schema, checks.signature].some(({ outcome }) => outcome !== 'passed')
  );
}

/** What is wrong with a twin, if anything: it is to be refused or told as the original, and so is each credential inside it. */
export function twinFault(twin: Report, original: Report): readonly [twin: unknown, original: unknown] | null {
  if (isRefused(twin)) return null;
  const same = (a: Report, b: Report): boolean => JSON.stringify(told(a)) === JSON.stringify(told(b));
  if (!same(twin, original)) return [told(twin), told(original)];
  const strange = twin.contained.find((inner) => !isRefused(inner) && !original.contained.some((known) => same(inner, known)));
  return strange === undefined ? null : [told(strange), original.contained.map(told)];
}
