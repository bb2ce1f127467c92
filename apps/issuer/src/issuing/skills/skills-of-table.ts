import { type FieldError, MOST_SKILLS } from '@proofmark/schemas/api';
import type { NewSkill, SourceRow } from '../../store/index.js';
import { cellsOf } from '../issuance-jobs/reading/cells-of.js';
import type { ReadUpload } from '../issuance-jobs/reading/upload-reader.js';
import { done, type Result, refused } from '../result.js';
import type { ReadSkills } from './read-skills.js';
import { type SkillColumns, skillColumns } from './skill-columns.js';
import { type SkillSource, skillOf } from './skill-of.js';

/** Faults that are listed; more would not be read. */
const MOST_FAULTS = 50;

const EMPTY = 'The file has no rows: its first line names the columns, and each further line is one skill.';

/** Reads CSV: as ESCO publishes it, or with columns of other names. Every fault has its line and column. */
export async function skillsOfTable(readUpload: ReadUpload, bytes: AsyncIterable<Uint8Array>): Promise<Result<ReadSkills>> {
  const table = newTable();
  let columns: SkillColumns | null = null;
  for await (const part of readUpload('csv', bytes, (name) => skillColumns([name]).known > 0)) {
    if (part.kind === 'problem') {
      const { code, detail } = part.problem;
      return refused('invalid-request', code === 'empty' ? EMPTY : detail);
    }
    if (part.kind === 'header') {
      columns = skillColumns(part.cells);
      if (columns.missing !== null) return refused('invalid-request', columns.missing);
      continue;
    }
    for (const row of part.rows) if (columns !== null) table.add(row, columns);
    if (table.skills.length > MOST_SKILLS) {
      return refused(
        'invalid-request',
        `The file has more than ${MOST_SKILLS} skills, the most that a framework can have. Import parts of it as frameworks of their own.`,
      );
    }
  }
  const { skills, errors, skipped } = table;
  if (skills.length === 0 && errors.length === 0) return refused('invalid-request', EMPTY);
  const esco = columns?.esco === true;
  return done({ format: esco ? 'esco' : 'csv', name: esco ? 'ESCO' : null, url: null, skills, skipped: skipped(), errors });
}

function newTable() {
  const [skills, errors]: [NewSkill[], FieldError[]] = [[], []];
  const first = new Map<string, number>();
  let skipped = 0;
  const fault = (line: number, column: string, code: FieldError['code'], detail: string): void => {
    if (errors.length < MOST_FAULTS)
      errors.push({ pointer: `/lines/${line}/${column}`, code, detail: `Line ${line}, column “${column}”: ${detail}` });
  };
  return {
    skills,
    errors,
    skipped: () => skipped,
    add([line, content]: SourceRow, columns: SkillColumns): void {
      const cells = cellsOf(content);
      const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? ''));
      if (!isSkill(cell(columns.at.status), cell(columns.at.conceptType))) {
        skipped += 1;
        return;
      }
      const read = skillOf(sourceOf(cell, columns));
      if (!read.ok) {
        for (const { member, code, detail } of read.faults) fault(line, columns.names[member] ?? member, code, detail);
        return;
      }
      const before = first.get(read.skill.url);
      if (before === undefined) {
        first.set(read.skill.url, line);
        skills.push(read.skill);
      } else {
        fault(line, columns.names.url ?? 'url', 'not-unique', `is also the address in line ${before}: each skill has its own`);
      }
    },
  };
}

function sourceOf(cell: (at: number | undefined) => string, { at }: SkillColumns): SkillSource {
  const others = [at.others, at.moreOthers].map((column) => cell(column).replaceAll('\n', ' ')).join(' ');
  const [name, url, code, targetType] = [at.name, at.url, at.code, at.targetType].map(cell) as [string, string, string, string];
  return { name, url, code, description: cell(at.description) || cell(at.definition), targetType, others };
}

/** ESCO lists what it has given up, and what is no skill, in the same columns. */
function isSkill(status: string, conceptType: string): boolean {
  return status.toLowerCase() !== 'obsolete' && !/^(?:occupation|iscogroup|conceptscheme)/i.test(conceptType);
}
