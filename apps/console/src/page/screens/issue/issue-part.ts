import type { IssueTexts } from '@proofmark/messages/console/issue';
import type { ConsoleContext } from '../../shell/context.js';
import type { IssueForm } from './form.js';

/** What each part of the form is drawn with. */
export interface IssuePart {
  readonly words: IssueTexts;
  readonly context: ConsoleContext;
  readonly form: IssueForm;
  /** Whether the chosen achievement asks for work. */
  readonly asksForWork: boolean;
  /** What is wrong at a place of the request, or below it. */
  errorOf(pointer: string): string | null;
  change(part: Partial<IssueForm>): void;
}
