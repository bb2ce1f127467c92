import { editDistance, JOB_COLUMNS, type JobColumn } from '@proofmark/schemas/api';
import type { JobOptions, UploadProblem } from '../../../store/index.js';

/** What a cell of each row is: a column, a result by its name, or nothing. */
export type Target = JobColumn | `result:${string}` | null;

/** Columns that our own files of refused rows have, and that say nothing. */
const OURS = ['proofmark_row', 'proofmark_reason'];

/** What people mean by other words. */
const MEANT: Readonly<Record<string, JobColumn>> = {
  mail: 'email',
  address: 'email',
  link: 'evidence',
  url: 'evidence',
  work: 'evidence',
  student: 'name',
  learner: 'name',
  recipient: 'name',
  first_name: 'given_name',
  last_name: 'family_name',
  issued: 'valid_from',
  expires: 'valid_until',
  locale: 'language',
};

/** The last word of a column that holds the numbers of people. */
const NUMBER = /_(?:id|no|nr|number|#)\.?$/;

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '_');

/** The column that a cell of the first line names, or null. */
export function columnOf(name: string): Target {
  const result = /^result:\s{0,10}(\S.{0,199})$/i.exec(name)?.[1];
  if (result !== undefined) return `result:${result.trim()}`;
  const plain = plainName(name.slice(0, 100)).replace('e_mail', 'email');
  return JOB_COLUMNS.find((known) => known === plain) ?? null;
}

export type Plan =
  | { readonly ok: true; readonly targets: readonly Target[]; readonly header: readonly string[] }
  | { readonly ok: false; readonly problem: UploadProblem };

/** What the columns of a file are. Every column that is not understood is named, with what may have been meant. */
export function planColumns(header: readonly string[], { columns, extraColumns }: Pick<JobOptions, 'columns' | 'extraColumns'>): Plan {
  const faults: string[] = [];
  const targets = header.map((name, at): Target => {
    const given = Object.hasOwn(columns, name) ? (columns[name] as Target) : columnOf(name);
    const ignored = Object.hasOwn(columns, name) || name === '' || OURS.includes(name) || extraColumns === 'ignore';
    if (given === null && !ignored) faults.push(`“${name.slice(0, 60)}” (the ${nth(at)}) is none of ours${hint(name)}`);
    return given;
  });
  for (const name of Object.keys(columns)) if (!header.includes(name)) faults.push(`there is no column “${name.slice(0, 60)}”`);
  targets.forEach((target, at) => {
    const first = targets.indexOf(target);
    if (target !== null && first < at) faults.push(`the ${nth(first)} and the ${nth(at)} are both ${target}`);
  });
  if (targets.includes('name') && (targets.includes('given_name') || targets.includes('family_name')))
    faults.push('name stands beside given_name or family_name: take the whole name, or its two parts');
  if (!(['email', 'did', 'external_id'] as const).some((target) => targets.includes(target)))
    faults.push('none names the recipient: one has to be email, did or external_id');
  if (faults.length === 0) return { ok: true, targets, header };
  const shown = faults.slice(0, 20).join('; ');
  const more = faults.length > 20 ? `; and ${faults.length - 20} more` : '';
  const remedy = `The first line names the columns: ${JOB_COLUMNS.join(', ')}, or result:NAME. Say with \`columns\` what others are, or leave them out with \`extraColumns\` as \`ignore\`.`;
  return { ok: false, problem: { code: 'wrong-header', detail: `Of the columns, ${shown}${more}. ${remedy}`, line: 1, byte: null } };
}

function nth(index: number): string {
  const n = index + 1;
  const end = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
}

/** The column that a name resembles, by no more than two letters; or that is meant by a word in it. */
function hint(name: string): string {
  const short = plainName(name.slice(0, 40));
  const near = JOB_COLUMNS.find((known) => editDistance(short, known) <= (known.length > 4 ? 2 : 1));
  const word = [...JOB_COLUMNS, ...Object.keys(MEANT)].find((each) => each.length > 3 && short.includes(each));
  const meant = near ?? JOB_COLUMNS.find((known) => known === word) ?? MEANT[word ?? short];
  const named = meant === 'name' && NUMBER.test(short) ? 'external_id' : meant;
  return named === undefined ? '' : ` (is ${named} meant?)`;
}
