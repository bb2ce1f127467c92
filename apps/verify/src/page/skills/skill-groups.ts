import { CRAFTS } from './groups/crafts.js';
import { DATA } from './groups/data.js';
import { OPERATIONS } from './groups/operations.js';
import { PEOPLE } from './groups/people.js';
import { SOFTWARE } from './groups/software.js';
import { isSameName, tellingWords } from './words.js';

/** One name of a skill. */
export interface SkillName {
  readonly name: string;
  /** It is also another word, such as “Go”: only a text that says nothing else means the skill. */
  readonly isWord: boolean;
}

/** Names of one skill, and the skills that are a part of it. */
interface SkillGroup {
  readonly names: readonly SkillName[];
  readonly narrower: readonly string[];
}

const nameOf = (text: string): SkillName => ({ name: text.trim().replace(/!$/, ''), isWord: text.trim().endsWith('!') });

/** All groups, in the order in which they are written. */
export const SKILL_GROUPS: readonly SkillGroup[] = [SOFTWARE, OPERATIONS, DATA, PEOPLE, CRAFTS]
  .flatMap((text) => text.trim().split('\n'))
  .map((line) => {
    const [names = '', narrower = ''] = line.split(' > ');
    return {
      names: names.split(' = ').map(nameOf),
      narrower: narrower === '' ? [] : narrower.split(';').map((name) => name.trim()),
    };
  });

const keyOf = (name: string): string => [...tellingWords(name)].sort().join(' ');

/** The groups by each of their names. */
const BY_NAME: ReadonlyMap<string, readonly SkillGroup[]> = SKILL_GROUPS.reduce((map, group) => {
  for (const { name } of group.names) map.set(keyOf(name), [...(map.get(keyOf(name)) ?? []), group]);
  return map;
}, new Map<string, SkillGroup[]>());

const groupsOf = (skill: string): readonly SkillGroup[] => BY_NAME.get(keyOf(skill)) ?? [];

/** A part of a part of a skill still is a part of it; further down a match would say little. */
const DEPTH = 2;

/** Other names of a skill. */
export const namesOf = (skill: string): readonly SkillName[] =>
  groupsOf(skill).flatMap(({ names }) => names.filter(({ name }) => !isSameName(name, skill)));

/** The skills that are a part of a skill, by all their names. */
export function narrowerThan(skill: string, depth: number = DEPTH): readonly SkillName[] {
  if (depth === 0) return [];
  return groupsOf(skill)
    .flatMap(({ narrower }) => narrower)
    .flatMap((name) => [{ name, isWord: isAlsoWord(name) }, ...namesOf(name), ...narrowerThan(name, depth - 1)]);
}

/** Whether a name is also another word. */
export const isAlsoWord = (skill: string): boolean =>
  groupsOf(skill).some(({ names }) => names.some(({ name, isWord }) => isWord && isSameName(name, skill)));

/** The names of skills that a longer text has, one after the other; names that are also other words are left out. */
export function skillsNamedIn(text: string): readonly string[] {
  const words = ` ${tellingWords(text).join(' ')} `;
  const found = SKILL_GROUPS.flatMap(({ names }) =>
    names.filter(({ name, isWord }) => !isWord && words.includes(` ${tellingWords(name).join(' ')} `)).slice(0, 1),
  );
  return found.map(({ name }) => name);
}
