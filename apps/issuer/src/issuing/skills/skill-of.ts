import { type Alignment, addressOfSkill, alignmentSchema, type FieldCode } from '@proofmark/schemas/api';
import type { NewSkill } from '../../store/index.js';
import { searchableName } from '../recipients/searchable-name.js';

/** A skill as a file names it. An empty text is none. */
export interface SkillSource {
  readonly name: string;
  readonly url: string;
  readonly code?: string | undefined;
  readonly description?: string | undefined;
  readonly targetType?: string | undefined;
  /** Other names, by which it is found too. */
  readonly others?: string | undefined;
}

/** What is wrong with one member of a skill. */
export interface SkillFault {
  readonly member: 'name' | 'url' | 'code' | 'description' | 'targetType';
  readonly code: FieldCode;
  readonly detail: string;
}

type Reading = { readonly ok: true; readonly skill: NewSkill } | { readonly ok: false; readonly faults: readonly SkillFault[] };

const MEMBERS: Readonly<Record<string, SkillFault['member']>> = {
  targetName: 'name',
  targetUrl: 'url',
  targetCode: 'code',
  targetDescription: 'description',
  targetType: 'targetType',
};
/** Characters of an alignment's name and description, and of what a skill is found by. */
const [MOST_NAME, MOST_DESCRIPTION, MOST_SEARCH] = [300, 2000, 4000];

/** Reads a skill that an achievement can align to, or says all that keeps it from being one. */
export function skillOf({ url, code = '', description = '', targetType = '', others = '', ...source }: SkillSource): Reading {
  const name = source.name.replaceAll(/\s+/g, ' ').trim();
  const said = {
    ...(code === '' ? {} : { targetCode: code }),
    ...(description === '' ? {} : { targetDescription: shortened(description, MOST_DESCRIPTION) }),
    ...(targetType === '' ? {} : { targetType }),
  };
  const candidate: Alignment = { targetName: name, targetUrl: addressOfSkill(url) ?? url, ...said };
  const parsed = alignmentSchema.safeParse(candidate);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(faultOf) };
  return {
    ok: true,
    skill: {
      name,
      url: candidate.targetUrl,
      code: candidate.targetCode ?? null,
      description: candidate.targetDescription ?? null,
      targetType: candidate.targetType ?? null,
      search: searchableName(`${name} ${code} ${others}`.slice(0, MOST_SEARCH)),
    },
  };
}

type Issue = NonNullable<ReturnType<typeof alignmentSchema.safeParse>['error']>['issues'][number];

function faultOf(issue: Issue): SkillFault {
  const member = MEMBERS[String(issue.path[0])] ?? 'name';
  if (issue.code === 'too_big')
    return { member, code: 'too-long', detail: `is longer than ${issue.maximum} characters, the most that are taken` };
  const given: unknown = issue.code === 'custom' ? issue.params?.code : undefined;
  return { member, code: (given as FieldCode | undefined) ?? 'wrong-type', detail: issue.message };
}

/** The beginning of a text that is too long, which says so. Statements of standards are whole paragraphs. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  // Not in the middle of a character of two units.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A name and the description that goes with it: a statement that is too long for a name is both. */
export function namedBy(statement: string, short: string | null): Pick<SkillSource, 'name' | 'description'> {
  if (short !== null && short.trim() !== '') return { name: shortened(short, MOST_NAME), description: statement };
  return statement.length <= MOST_NAME ? { name: statement } : { name: shortened(statement, MOST_NAME), description: statement };
}
