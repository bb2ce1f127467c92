import { addressOfSkill, type CasePackage, type FieldError } from '@proofmark/schemas/api';
import type { NewSkill } from '../../store/index.js';
import type { ReadSkills } from './read-skills.js';
import { namedBy, skillOf } from './skill-of.js';

const PLACES = {
  name: 'fullStatement',
  url: 'uri',
  code: 'humanCodingScheme',
  description: 'fullStatement',
  targetType: 'CFItemType',
} as const;

/** The items of a CFPackage (CASE 1.0, 5.9), which was checked for its form. */
export function skillsOfCase({ CFDocument, CFItems }: CasePackage): ReadSkills {
  const [skills, errors]: [NewSkill[], FieldError[]] = [[], []];
  const first = new Map<string, number>();
  for (const [at, item] of CFItems.entries()) {
    const { uri, fullStatement, abbreviatedStatement, humanCodingScheme } = item;
    const named = namedBy(fullStatement, abbreviatedStatement ?? null);
    const read = skillOf({ ...named, url: uri, code: humanCodingScheme?.trim() ?? '', targetType: 'CFItem' });
    if (!read.ok) {
      for (const { member, code, detail } of read.faults) errors.push({ pointer: `/CFItems/${at}/${PLACES[member]}`, code, detail });
      continue;
    }
    const before = first.get(read.skill.url);
    if (before !== undefined)
      errors.push({
        pointer: `/CFItems/${at}/uri`,
        code: 'not-unique',
        detail: `is also the address of item ${before}: each skill has its own`,
      });
    first.set(read.skill.url, before ?? at);
    skills.push(read.skill);
  }
  const url = CFDocument.uri === undefined ? null : addressOfSkill(CFDocument.uri);
  return { format: 'case', name: CFDocument.title, url, skills, skipped: 0, errors };
}
