import type { EvidencePolicy } from '@proofmark/schemas/api';
import type { ConsoleContext } from '../../shell/context.js';
import type { IssueForm } from './form.js';
import type { IssueWords } from './words.js';

/** What each part of the form is drawn with. */
export interface IssuePart {
  readonly words: IssueWords;
  readonly context: ConsoleContext;
  readonly form: IssueForm;
  /** The work that the chosen achievement asks for. */
  readonly policy: EvidencePolicy;
  /** What is wrong at a place of the request, or below it. */
  errorOf(pointer: string): string | null;
  change(part: Partial<IssueForm>): void;
}
