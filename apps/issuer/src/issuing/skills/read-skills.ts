import type { FieldError, SkillFormat } from '@proofmark/schemas/api';
import type { NewSkill } from '../../store/index.js';

/** What a file holds: its skills, and all that is wrong with others. */
export interface ReadSkills {
  readonly format: SkillFormat;
  /** What the file calls itself. */
  readonly name: string | null;
  readonly url: string | null;
  readonly skills: readonly NewSkill[];
  /** Rows that are no skills, or are obsolete. */
  readonly skipped: number;
  readonly errors: readonly FieldError[];
}
