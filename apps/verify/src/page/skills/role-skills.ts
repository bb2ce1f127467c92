import { skillsNamedIn } from './skill-groups.js';
import { folded, tellingWords } from './words.js';

/** What the reader wrote about a role. */
export interface Role {
  readonly text: string;
  /** A badge that was issued longer ago counts as old. */
  readonly years: number;
}

/** A line of more words is a sentence of an advert, in which skills are looked for. */
const MOST_WORDS = 5;
/** An advert may be of any length. */
const MAX_LENGTH = 20_000;
/** So many skills of a role are compared. */
const MOST_SKILLS = 60;

/**
 * A role's skills as they were pasted: one on each line, or separated by commas; bullets, numbers, and what introduces a list do not
 * count. Of a sentence the skills count that are known by name.
 */
export function skillsIn(text: string): readonly string[] {
  const pieces = text
    .slice(0, MAX_LENGTH)
    .split(/[\n,;]/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•·–]|\d+[.)])\s*/, '')
        .replace(/^[^:]{0,200}:\s+(?=\S)/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  const skills = pieces.flatMap((piece) => (tellingWords(piece).length > MOST_WORDS ? skillsNamedIn(piece) : [piece]));
  const seen = new Set<string>();
  return skills
    .filter((skill) => /[\p{L}\p{N}]/u.test(skill) && !/:$/.test(skill))
    .filter((skill) => !seen.has(folded(skill)) && seen.add(folded(skill)))
    .slice(0, MOST_SKILLS);
}
