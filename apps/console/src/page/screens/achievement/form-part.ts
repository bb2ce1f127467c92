import type { AchievementForm } from './form.js';
import type { FormWords } from './words.js';

/** What each part of the form is drawn with. */
export interface FormPart {
  readonly words: FormWords;
  readonly lang: string;
  readonly form: AchievementForm;
  /** What the service said of a place of the request, or of places below it; null where it said nothing. */
  errorOf(pointer: string): string | null;
  change(part: Partial<AchievementForm>): void;
}
