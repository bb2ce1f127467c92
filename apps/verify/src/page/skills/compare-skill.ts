import { isAlsoWord, namesOf, narrowerThan, type SkillName } from './skill-groups.js';
import { isSameName, speaksOf } from './words.js';

/** Why a text counts as naming a skill. */
export interface Reason {
  /** `words`: it has its words; `same`: another name of it; `narrower`: a skill that is a part of it. */
  readonly kind: 'words' | 'same' | 'narrower';
  /** The name that stands in the text. */
  readonly name: string;
}

/** Why a text names a skill, or null where it does not. A broader skill is no reason: who knows something of a field need not know this part of it. */
export function compareSkill(text: string, skill: string, kind: 'title' | 'prose'): Reason | null {
  if (names(text, { name: skill, isWord: isAlsoWord(skill) }, kind)) return { kind: 'words', name: skill };
  const same = namesOf(skill).find((one) => names(text, one, kind));
  if (same !== undefined) return { kind: 'same', name: same.name };
  const narrower = narrowerThan(skill).find((one) => names(text, one, kind));
  return narrower === undefined ? null : { kind: 'narrower', name: narrower.name };
}

function names(text: string, { name, isWord }: SkillName, kind: 'title' | 'prose'): boolean {
  return isWord ? kind === 'title' && isSameName(text, name) : speaksOf(text, name, kind);
}
