import type { Achievement, Alignment, Image, ResultDescription } from '@proofmark/schemas';
import type { AchievementInput, AlignmentInput, ImageInput, ResultDescriptionInput } from './input.js';
import { omitEmpty } from './omit-empty.js';

/** An image as an object, which Open Badges 3.0 demands; undefined when there is none. */
export function buildImage(input: ImageInput | null | undefined): Image | undefined {
  if (input === null || input === undefined || input === '') return undefined;
  return typeof input === 'string'
    ? { id: input, type: 'Image' }
    : { ...omitEmpty({ id: input.id, caption: input.caption }), type: 'Image' };
}

function buildAlignment(input: AlignmentInput): Alignment {
  const { targetName, targetUrl, targetCode, targetDescription, targetFramework, targetType } = input;
  return {
    type: ['Alignment'],
    ...omitEmpty({ targetName, targetUrl, targetCode, targetDescription, targetFramework, targetType }),
  };
}

function buildResultDescription(input: ResultDescriptionInput): ResultDescription {
  const { id, name, resultType, allowedValue, requiredLevel, requiredValue, valueMax, valueMin } = input;
  const rubricCriterionLevel = input.rubricCriterionLevel?.map((level) => ({
    ...omitEmpty({ id: level.id, name: level.name, description: level.description, level: level.level, points: level.points }),
    type: ['RubricCriterionLevel'] as const,
  }));
  return {
    type: ['ResultDescription'],
    ...omitEmpty({ id, name, resultType, allowedValue, requiredLevel, requiredValue, rubricCriterionLevel, valueMax, valueMin }),
  };
}

/** The achievement in a badge: arrays and objects written out, empty members omitted. */
export function buildAchievement(input: AchievementInput): Achievement {
  const { id, name, description, achievementType, tag, inLanguage, fieldOfStudy, specialization, humanCode, creditsAvailable, version } =
    input;
  return {
    type: ['Achievement'],
    ...omitEmpty({
      id,
      name,
      description,
      criteria: omitEmpty({ id: input.criteria.id, narrative: input.criteria.narrative }),
      achievementType,
      alignment: input.alignment?.map(buildAlignment),
      tag,
      image: buildImage(input.image),
      inLanguage,
      fieldOfStudy,
      specialization,
      humanCode,
      creditsAvailable,
      version,
      resultDescription: input.resultDescription?.map(buildResultDescription),
    }),
  };
}
