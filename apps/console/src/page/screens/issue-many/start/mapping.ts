import type { JobColumn, UploadColumns } from '@proofmark/schemas/api';

/** What each column is, by its heading; a heading that is not named is left out. `result:NAME` is a result of the achievement. */
export type Mapping = Readonly<Record<string, string>>;

/** What a column can be, in the order in which it is offered. */
export const TARGETS = [
  ...['email', 'name', 'given_name', 'family_name', 'external_id', 'language', 'evidence'],
  ...['narrative', 'valid_from', 'valid_until', 'did'],
] as readonly JobColumn[];

/** Why columns cannot be taken so. */
export type MappingFault =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'whole-and-parts' }
  | { readonly kind: 'twice'; readonly target: string }
  | { readonly kind: 'same-heading'; readonly heading: string };

type Columns = UploadColumns['columns'];

/** Columns of our own files of rows with faults. They say nothing of a person. */
const OURS = ['proofmark_row', 'proofmark_reason'];
/** The service takes no longer names. */
const MOST_OF_A_NAME = 199;

/** Whether somebody can say what the column is. */
export const isChoosable = (name: string): boolean => name !== '' && name.length <= MOST_OF_A_NAME && !OURS.includes(name);

/** The headings of a file, without those that we added to it. */
export const headingsOf = (columns: Columns): readonly string[] => columns.map(({ name }) => name).filter((name) => !OURS.includes(name));

/** What the service guesses, and the results of the achievement by their names. Each is guessed once. */
export function guessed(columns: Columns, results: readonly string[]): Mapping {
  const taken = new Set(columns.map(({ is }) => is));
  const found: [string, string][] = [];
  for (const { name, is } of columns.filter((column) => isChoosable(column.name))) {
    const result = results.find((each) => each.toLowerCase() === name.toLowerCase());
    const target = is ?? (result === undefined || taken.has(`result:${result}`) ? null : `result:${result}`);
    if (target === null) continue;
    taken.add(target);
    found.push([name, target]);
  }
  return Object.fromEntries(found);
}

/** All that keeps the columns from being taken so. */
export function mappingFaults(columns: Columns, mapping: Mapping): readonly MappingFault[] {
  const chosen = columns.flatMap(({ name }) => (Object.hasOwn(mapping, name) ? [{ name, target: mapping[name] ?? '' }] : []));
  const targets = chosen.map(({ target }) => target);
  const names = chosen.map(({ name }) => name);
  const doubled = new Set(names.filter((name, at) => names.indexOf(name) < at));
  const twice = new Set(
    chosen.filter(({ name, target }, at) => !doubled.has(name) && targets.indexOf(target) < at).map(({ target }) => target),
  );
  const parts = targets.includes('given_name') || targets.includes('family_name');
  return [
    ...(['email', 'external_id', 'did'].some((target) => targets.includes(target)) ? [] : [{ kind: 'nobody' } as const]),
    ...[...doubled].map((heading) => ({ kind: 'same-heading', heading }) as const),
    ...[...twice].map((target) => ({ kind: 'twice', target }) as const),
    ...(targets.includes('name') && parts ? [{ kind: 'whole-and-parts' } as const] : []),
  ];
}

/** The mapping as a job takes it, which leaves out all columns that it does not name. What the service would know by itself has to be left out by name. */
export function columnsOption(columns: Columns, mapping: Mapping): Readonly<Record<string, string | null>> {
  const named = columns.filter(({ name, is }) => isChoosable(name) && (is !== null || Object.hasOwn(mapping, name)));
  return Object.fromEntries(named.map(({ name }) => [name, mapping[name] ?? null]));
}
