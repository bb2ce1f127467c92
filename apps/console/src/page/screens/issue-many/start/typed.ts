import type { DuplicateRule, UploadColumns } from '@proofmark/schemas/api';
import type { Earnable } from '../achievements.js';
import type { Mapping } from './mapping.js';
import type { SourceFault, SourceFile } from './source-file.js';

/** What somebody has typed and chosen; kept as a draft. */
export interface Typed {
  readonly achievementId: string;
  /** Empty for what the achievement says. */
  readonly onDuplicate: DuplicateRule | '';
  readonly pasted: string;
  /** The name of the file, which a browser does not keep. */
  readonly fileName: string;
  /** What was chosen by hand, for these headings. */
  readonly headings: readonly string[];
  readonly mapping: Mapping;
}

export const NOTHING_TYPED = (): Typed => ({ achievementId: '', onDuplicate: '', pasted: '', fileName: '', headings: [], mapping: {} });

/** What was found in the file that is there now. */
export interface Looked {
  readonly source: SourceFile;
  readonly found: UploadColumns;
  /** Where the mapping comes from. */
  readonly from: 'guess' | 'remembered' | 'draft';
}

/** The start of a job, as it is drawn. */
export interface Start {
  readonly typed: Typed;
  readonly achievements: readonly Earnable[];
  readonly source: SourceFile | null;
  readonly fault: SourceFault | null;
  readonly looked: Looked | null;
  /** The headings are read, or the file is sent. */
  readonly busy: 'reading' | 'sending' | null;
}

/** Rules that somebody chooses here. To return the badge that there is looks the same as to refuse a second one. */
export type Rule = Exclude<DuplicateRule, 'return'>;
export const RULES: readonly Rule[] = ['refuse', 'supersede', 'allow'];

export function ruleOf(rule: DuplicateRule | '' | null | undefined): Rule {
  return RULES.find((each) => each === rule) ?? 'refuse';
}
