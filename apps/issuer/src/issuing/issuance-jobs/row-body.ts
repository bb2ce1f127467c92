import { type Json, readJson } from '@proofmark/primitives';
import type { FieldError, IssueCredential } from '@proofmark/schemas/api';
import type { OddCell, RowContent, RowFault, RowProblem } from '../../store/index.js';
import type { Refusal, Result } from '../result.js';
import type { Target } from './columns/columns.js';
import { unguarded } from './formula-guard.js';
import { cellsOf } from './reading/cells-of.js';
import { splitLinks } from './reading/split-links.js';

/** Whether a value is the body of a request that issues a badge; every fault in it. */
export type ReadIssueBody = (value: Json) => Result<IssueCredential>;

export type RowReading = { readonly ok: true; readonly body: IssueCredential } | { readonly ok: false; readonly problem: RowProblem };

/** What the columns of the file are; null for a file of JSON. */
export interface RowPlan {
  readonly targets: readonly Target[];
  readonly header: readonly string[];
}

/** The request that a row stands for, or all that is wrong with it, each with its column. */
export function readRow(content: RowContent, plan: RowPlan | null, readBody: ReadIssueBody): RowReading {
  if (typeof content === 'string') return ofJson(content, readBody);
  if (plan === null) throw new TypeError('a row of cells has no columns');
  const cells = cellsOf(content);
  const loose = looseCells(cells, plan);
  if (loose.length > 0) return refusedRow('The row does not fit the first line.', loose);
  const read = readBody(bodyOf(cells, plan.targets));
  const odd = 'cells' in content ? oddCells(content.odd, plan) : [];
  if (odd.length > 0) {
    const known = new Set(odd.map(({ column }) => column));
    const others = read.ok ? [] : problemOf(read.refusal, plan).errors.filter(({ column }) => !known.has(column));
    return refusedRow('Cells of the row have no value of their own.', [...odd, ...others].slice(0, 20));
  }
  return read.ok ? { ok: true, body: read.value } : { ok: false, problem: problemOf(read.refusal, plan) };
}

/** Whether a row of cells has values only in columns that are left out, as where a note stands below a table. */
export function saysNothing(content: RowContent, { targets, header }: RowPlan): boolean {
  if (typeof content === 'string') return false;
  const isOurs = (column: number): boolean => (targets[column] ?? null) !== null;
  if ('odd' in content && content.odd.some(({ column }) => isOurs(column))) return false;
  const cells = cellsOf(content);
  if (cells.length < header.length) return false;
  return cells.every((cell, at) => cell === '' || (!isOurs(at) && (header[at] ?? '') !== ''));
}

/** How a row of JSON is read. */
export const RULES = { maxLength: 1_000_000, maxDepth: 32, refuseNul: true, refuseProto: true };

function ofJson(text: string, readBody: ReadIssueBody): RowReading {
  const reading = readJson(text, RULES);
  if (!reading.ok) return { ok: false, problem: { code: 'malformed-request', detail: 'The line is not one JSON object.', errors: [] } };
  const read = readBody(reading.json);
  return read.ok ? { ok: true, body: read.value } : { ok: false, problem: problemOf(read.refusal, null) };
}

function refusedRow(detail: string, errors: readonly RowFault[]): RowReading {
  return { ok: false, problem: { code: 'invalid-request', detail, errors } };
}

/** Cells for which the first line names no column, and a row that ends before the last one: a cell may be missing in its middle. */
function looseCells(cells: readonly string[], { targets, header }: RowPlan): readonly RowFault[] {
  const fault = (column: string | null, code: FieldError['code'], detail: string): RowFault => ({ pointer: '', code, detail, column });
  const last = targets.findLastIndex((target) => target !== null);
  if (cells.length <= last) {
    return [
      fault(
        header[last] ?? null,
        'required',
        `is missing: the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the first line names ${last + 1} columns`,
      ),
    ];
  }
  return cells.flatMap((cell, at) =>
    cell === '' || (header[at] ?? '') !== ''
      ? []
      : [fault(null, 'unknown-field', `cell ${at + 1} has a value, and the first line names no column for it`)],
  );
}

const CODES: Readonly<Record<OddCell['kind'], FieldError['code']>> = {
  formula: 'cell-formula',
  error: 'cell-error',
  'no-id': 'cell-not-text',
  merged: 'cell-merged',
};
const WANTED: Readonly<Record<OddCell['kind'], string>> = {
  formula: 'holds a formula without the value that it has: open the file in the spreadsheet program and save it again',
  error: 'holds an error of the spreadsheet program, such as #REF!: correct it',
  'no-id':
    'holds TRUE, FALSE, a date, a fraction or a number of more than 15 digits, and is to be an id: format the cell as text, and type the id again',
  merged: 'are merged over several rows, so that only the first of these has the value: divide them, and fill in each row',
};

/** The cells of our columns that have no value of their own, each once. */
function oddCells(odd: readonly OddCell[], { targets, header }: RowPlan): readonly RowFault[] {
  return odd
    .filter(({ column }) => (targets[column] ?? null) !== null)
    .map(({ kind, place, column }) => ({
      pointer: '',
      code: CODES[kind],
      detail: `${kind === 'merged' ? 'the cells' : 'the cell'} ${place} ${WANTED[kind]}`,
      column: header[column] ?? null,
    }));
}

function bodyOf(cells: readonly string[], targets: readonly Target[]): Json {
  const cell = (target: Target): string | undefined => {
    const at = targets.indexOf(target);
    const text = at < 0 ? '' : unguarded(cells[at] ?? '');
    return text === '' ? undefined : text;
  };
  const given = (name: string, value: Json | undefined): { [name: string]: Json } => (value === undefined ? {} : { [name]: value });
  const links = splitLinks(cell('evidence') ?? '');
  const results = targets.flatMap((target) => {
    const value = target?.startsWith('result:') ? cell(target) : undefined;
    return value === undefined ? [] : [{ name: target!.slice('result:'.length), value }];
  });
  return {
    recipient: {
      ...given('email', cell('email')),
      ...given('did', cell('did')),
      ...given('externalId', cell('external_id')),
      ...given('name', cell('name') ?? fullName(cell('given_name'), cell('family_name'))),
      ...given('language', cell('language')),
    },
    ...(links.length === 0 ? {} : { evidence: links.map((url) => ({ url })) }),
    ...(results.length === 0 ? {} : { results }),
    ...given('narrative', cell('narrative')),
    ...given('validFrom', instantOf(cell('valid_from'), '00:00:00')),
    ...given('validUntil', instantOf(cell('valid_until'), '23:59:59')),
  };
}

function fullName(...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}

/** A day counts from its beginning, or to its end, in UTC. */
function instantOf(cell: string | undefined, time: string): string | undefined {
  return cell !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? `${cell}T${time}Z` : cell;
}

/** The columns that the members of a request come from. */
const MEMBERS: readonly (readonly [start: string, target: Target])[] = [
  ['/recipient/email', 'email'],
  ['/recipient/did', 'did'],
  ['/recipient/externalId', 'external_id'],
  ['/recipient/name', 'name'],
  ['/recipient/name', 'given_name'],
  ['/recipient/name', 'family_name'],
  ['/recipient/language', 'language'],
  ['/recipient', 'email'],
  ['/evidence', 'evidence'],
  ['/narrative', 'narrative'],
  ['/validFrom', 'valid_from'],
  ['/validUntil', 'valid_until'],
];

/** A refusal with the columns that it is about. */
export function problemOf({ code, detail, errors = [] }: Refusal, plan: RowPlan | null): RowProblem {
  return {
    code,
    detail,
    errors: errors
      .slice(0, 20)
      .map((error) => (plan === null ? { ...error, column: null } : { ...inTable(error), column: columnAt(error.pointer, plan) })),
  };
}

/** What is wanted, in the words of a table: a day is enough, and columns have names of their own. */
function inTable(error: FieldError): FieldError {
  if (error.code === 'not-a-date' && /^\/valid(?:From|Until)$/.test(error.pointer))
    return {
      ...error,
      detail: 'is not a day such as 2028-01-31, or a time with a zone such as 2028-01-31T23:59:59Z; of the years 1900 to 2999',
    };
  return { ...error, detail: error.detail.replaceAll('`externalId`', '`external_id`') };
}

function columnAt(pointer: string, { targets, header }: RowPlan): string | null {
  const result = /^\/results\/(\d{1,4})/.exec(pointer)?.[1];
  const results = targets.filter((target) => target?.startsWith('result:'));
  const target = result === undefined ? memberAt(pointer, targets) : results[Number(result)];
  const at = target === undefined || target === null ? -1 : targets.indexOf(target);
  return at < 0 ? null : (header[at] ?? null);
}

function memberAt(pointer: string, targets: readonly Target[]): Target | undefined {
  const [start] = MEMBERS.find(([each]) => pointer === each || pointer.startsWith(`${each}/`)) ?? [];
  return MEMBERS.find(([each, target]) => each === start && targets.includes(target))?.[1];
}
