import { z } from 'zod';
import { type Alignment, alignmentSchema } from './achievement-parts.js';
import { as, id, isWebUrl, text } from './fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from './paging.js';

export const SKILL_FORMATS = ['case', 'esco', 'csv'] as const;
/** `case`: a CFPackage of 1EdTech CASE 1.0 or 1.1; `esco`: a CSV file as ESCO publishes it; `csv`: any other, by the names of its columns. */
export type SkillFormat = (typeof SKILL_FORMATS)[number];

/** Skills and standards that a provider imported, for its achievements to align to. */
export interface SkillFramework {
  readonly id: string;
  readonly issuerId: string;
  readonly name: string;
  /** Where it is published; null when nobody said. */
  readonly url: string | null;
  readonly format: SkillFormat;
  /** How many skills it has. */
  readonly skills: number;
  /** Rows of the file that are no skills, or are obsolete. */
  readonly skipped: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What the query of an import says. */
export interface ImportSkillFramework {
  readonly issuer?: string | undefined;
  /** Default: the title of a CASE framework; `ESCO` for a file of ESCO. */
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  /** `true`: takes the place of the framework of that name. */
  readonly replace?: 'true' | 'false' | undefined;
}

/** A CFPackage of 1EdTech CASE, as far as it is read here. */
export interface CasePackage {
  readonly CFDocument: { readonly title: string; readonly uri?: string | undefined };
  readonly CFItems: readonly CaseItem[];
}

export interface CaseItem {
  readonly uri: string;
  readonly fullStatement: string;
  readonly abbreviatedStatement?: string | null | undefined;
  readonly humanCodingScheme?: string | null | undefined;
}

export interface ListSkillFrameworksQuery extends PageQuery {
  readonly issuer?: string | undefined;
}

export interface SearchSkillsQuery {
  readonly issuer?: string | undefined;
  readonly framework?: string | undefined;
  readonly q: string;
  readonly limit?: string | undefined;
}

/** A skill that was found. */
export interface Skill {
  readonly frameworkId: string;
  /** What an achievement takes as an item of `alignment`. */
  readonly alignment: Alignment;
}

export interface FoundSkills {
  readonly data: readonly Skill[];
}

/** Skills of one framework. */
export const MOST_SKILLS = 100_000;

/** The https form of a web address; null for a text that is none. Frameworks name their skills by http, and a link of a badge is https. */
export function addressOfSkill(value: string): string | null {
  const address = value.replace(/^http:\/\//i, 'https://');
  return isWebUrl(address) && !/["<>\\^`{|}]/.test(address) ? address : null;
}

const address = (): z.ZodString =>
  z
    .string()
    .max(2048, { abort: true })
    .refine((value) => addressOfSkill(value) !== null, as('not-a-url', 'is not a web address such as https://skills.example/sql'));

const caseItemSchema: z.ZodType<CaseItem> = z
  .object({
    uri: address(),
    fullStatement: text(10_000),
    abbreviatedStatement: text(2000).nullish(),
    humanCodingScheme: text(300).nullish(),
  })
  .meta({ id: 'CaseItem' });

export const casePackageSchema: z.ZodType<CasePackage> = z
  .object({
    CFDocument: z.object({ title: text(300), uri: address().optional() }),
    CFItems: z.array(caseItemSchema).min(1).max(MOST_SKILLS),
  })
  .meta({
    id: 'CasePackage',
    description: 'A CFPackage of 1EdTech CASE 1.0 or 1.1. Members that are not named here are passed over.',
    example: {
      CFDocument: { title: 'Example Skills', uri: 'https://skills.example/frameworks/1' },
      CFItems: [{ uri: 'https://skills.example/items/sql', fullStatement: 'Use SQL databases', humanCodingScheme: 'D.3' }],
    },
  });

const issuer = id().optional().meta({ description: 'Whose: an admin key has to name it; other keys have their own issuer.' });

export const importSkillFrameworkQuerySchema: QuerySchema<ImportSkillFramework> = z.strictObject({
  issuer,
  name: text(300).optional(),
  url: address().optional(),
  replace: z.enum(['true', 'false']).optional(),
});

export const listSkillFrameworksQuerySchema: QuerySchema<ListSkillFrameworksQuery> = z.strictObject({ ...pageQueryFields, issuer });

export const searchSkillsQuerySchema: QuerySchema<SearchSkillsQuery> = z.strictObject({
  issuer,
  framework: id().optional(),
  q: text(200).refine((value) => value.trim().length > 1, as('too-short', 'has fewer than two characters: give more of the name')),
  limit: pageQueryFields.limit,
});

export const skillFrameworkSchema: z.ZodType<SkillFramework> = z
  .object({
    id: id(),
    issuerId: id(),
    name: z.string(),
    url: z.string().nullable(),
    format: z.enum(SKILL_FORMATS),
    skills: z.int(),
    skipped: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'SkillFramework' });

const skillSchema: z.ZodType<Skill> = z.object({ frameworkId: id(), alignment: alignmentSchema }).meta({ id: 'Skill' });

export const foundSkillsSchema: z.ZodType<FoundSkills> = z.object({ data: z.array(skillSchema) }).meta({ id: 'FoundSkills' });
