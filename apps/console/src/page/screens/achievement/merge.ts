import { type AchievementForm, differences, type FormField } from './form.js';

/** What two people made of one achievement at the same time. */
export interface Merge {
  /** As both read it. */
  readonly base: AchievementForm;
  readonly mine: AchievementForm;
  /** As the other one saved it. */
  readonly theirs: AchievementForm;
}

/** The fields that both changed, and differently: somebody has to choose. */
export function clashes({ base, mine, theirs }: Merge): readonly FormField[] {
  const ours = differences(base, mine);
  return differences(mine, theirs).filter((field) => ours.includes(field) && differences(base, theirs).includes(field));
}

/** The fields that only the other one changed. */
export function takenOver({ base, mine, theirs }: Merge): readonly FormField[] {
  const ours = differences(base, mine);
  return differences(base, theirs).filter((field) => !ours.includes(field));
}

/** Both changes in one form; where they clash, the text that was chosen. */
export function merged(merge: Merge, chosen: Readonly<Partial<Record<FormField, 'mine' | 'theirs'>>>): AchievementForm {
  const fromThem = [...takenOver(merge), ...clashes(merge).filter((field) => chosen[field] === 'theirs')];
  return { ...merge.mine, ...Object.fromEntries(fromThem.map((field) => [field, merge.theirs[field]])) };
}
