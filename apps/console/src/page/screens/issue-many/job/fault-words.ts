import type { RowFaultTexts } from '@proofmark/messages/console/row-faults';
import type { IssuanceJobRow, IssuanceJobRowFault } from '@proofmark/schemas/api';

/** One fault of a row, in words. */
export interface FaultWords {
  readonly key: string;
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly wrong: string;
  readonly todo: string;
  /** What the service says beyond that, in English: which values are allowed, or which link it is about. */
  readonly detail: string | null;
}

/** Of these the words say less than the service. */
const SPECIFIC = [
  ...['wrong-type', 'too-short', 'too-long', 'too-few', 'too-many', 'out-of-range', 'no-such-value', 'not-allowed', 'exactly-one'],
  ...[
    'not-pinned',
    'not-seen',
    'wrong-kind',
    'not-theirs',
    'wrong-signature',
    'unreachable',
    'unknown-field',
    'evidence-required',
    'evidence-not-seen',
  ],
  ...['credential-refused', 'conflict', 'cell-merged'],
];

/** The faults of a row, each by its code. A row has one at least. */
export function faultsOf(words: RowFaultTexts, { row, line, problem }: IssuanceJobRow): readonly FaultWords[] {
  if (problem === null) return [];
  const one = (
    said: { wrong: string; todo: string },
    code: string,
    detail: string,
    at: number,
    fault: Partial<IssuanceJobRowFault> = {},
  ): FaultWords => ({
    ...{ key: `${row}-${at}`, line, column: fault.column ?? null, value: fault.value ?? null, wrong: said.wrong, todo: said.todo },
    detail: SPECIFIC.includes(code) || said === words.fields.other || said === words.rows.other ? detail : null,
  });
  const { code, detail, errors } = problem;
  if (errors.length === 0) return [one(wordsOf(words.rows, code), code, detail, 0)];
  return errors.map((fault, at) => one(wordsOf(words.fields, fault.code), fault.code, fault.detail, at, fault));
}

type Said = RowFaultTexts['fields']['other'];

function wordsOf(said: Readonly<Record<string, Said>> & { readonly other: Said }, code: string): Said {
  return (Object.hasOwn(said, code) ? said[code] : undefined) ?? said.other;
}
