import { z } from 'zod';
import { isInVocabulary, wordsOf } from '../ob3/vocabularies.js';
import { language, text, uri, webUrl } from './fields.js';
import { nearest } from './nearest.js';

/** A skill or standard that an achievement aligns to (OB 3.0, Alignment). */
export interface Alignment {
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetCode?: string | undefined;
  readonly targetDescription?: string | undefined;
  readonly targetFramework?: string | undefined;
  readonly targetType?: string | undefined;
}

/** One level of a rubric. The id is made by the service. */
export interface RubricLevel {
  readonly name: string;
  readonly level?: string | undefined;
  readonly description?: string | undefined;
  readonly points?: string | undefined;
}

/** A result that badges of this achievement may state. The id is made by the service; results may name it by `name`. */
export interface ResultDescription {
  readonly name: string;
  readonly resultType: string;
  readonly allowedValue?: readonly string[] | undefined;
  readonly requiredValue?: string | undefined;
  /** The name of the level that passes. */
  readonly requiredLevel?: string | undefined;
  readonly valueMin?: string | undefined;
  readonly valueMax?: string | undefined;
  readonly rubricCriterionLevel?: readonly RubricLevel[] | undefined;
  readonly alignment?: readonly Alignment[] | undefined;
}

/** Another edition of the same achievement: another language or version. */
export interface RelatedAchievement {
  readonly id: string;
  readonly inLanguage?: string | undefined;
  readonly version?: string | undefined;
}

/** A word of one of the vocabularies of OB 3.0, or an extension (`ext:…`) where it takes them. */
export function term(vocabulary: string): z.ZodString {
  return z
    .string()
    .max(100, { abort: true })
    .refine((word) => isInVocabulary(vocabulary, word), {
      error: ({ input }) => notAWord(vocabulary, String(input)),
      params: { code: 'no-such-value' },
    });
}

function notAWord(vocabulary: string, word: string): string {
  const words = wordsOf(vocabulary);
  const meant = nearest(word, words);
  const extension = isInVocabulary(vocabulary, 'ext:x') ? ', or a word of your own that begins with ext:' : '';
  const guess = meant === null ? '' : `did you mean ${meant}? `;
  return `is not a word of the ${vocabulary} vocabulary of Open Badges 3.0: ${guess}Take one of ${words.join(', ')}${extension}`;
}

export const alignmentSchema: z.ZodType<Alignment> = z
  .strictObject({
    targetName: text(300),
    targetUrl: webUrl(),
    targetCode: text(300).optional(),
    targetDescription: text(2000).optional(),
    targetFramework: text(300).optional(),
    targetType: term('alignmentTargetType').optional(),
  })
  .meta({
    id: 'Alignment',
    example: { targetName: 'Design REST APIs', targetUrl: 'https://skills.example/rest', targetFramework: 'Example Skills' },
  });

const rubricLevelSchema = z
  .strictObject({ name: text(200), level: text(200).optional(), description: text(2000).optional(), points: text(50).optional() })
  .meta({ id: 'RubricLevel' });

export const resultDescriptionSchema: z.ZodType<ResultDescription> = z
  .strictObject({
    name: text(200),
    resultType: term('resultType'),
    allowedValue: z.array(text(200)).min(1).max(50).optional(),
    requiredValue: text(200).optional(),
    requiredLevel: text(200).optional(),
    valueMin: text(50).optional(),
    valueMax: text(50).optional(),
    rubricCriterionLevel: z.array(rubricLevelSchema).min(1).max(30).optional(),
    alignment: z.array(alignmentSchema).min(1).max(20).optional(),
  })
  .meta({ id: 'ResultDescription', example: { name: 'Grade', resultType: 'LetterGrade', allowedValue: ['C', 'B', 'A'] } });

export const relatedAchievementSchema: z.ZodType<RelatedAchievement> = z
  .strictObject({ id: uri(), inLanguage: language().optional(), version: text(100).optional() })
  .meta({ id: 'RelatedAchievement' });
