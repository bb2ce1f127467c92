import { buildAchievement } from '@proofmark/credentials';
import type { Achievement, Alignment as BadgeAlignment, JsonObject } from '@proofmark/schemas';
import { achievementUrl } from '@proofmark/schemas';
import type { AchievementFields, ResultDescription } from '@proofmark/schemas/api';
import { describeResults, type Ids } from './result-descriptions.js';

/** The members of an achievement that the caller decides; null or absent is left out. */
export type DefinitionFields = {
  readonly [K in keyof Omit<
    AchievementFields,
    'image' | 'evidencePolicy' | 'validFor' | 'onDuplicate' | 'assessment' | 'name' | 'description' | 'criteria'
  >]: AchievementFields[K] | null;
} & Pick<AchievementFields, 'name' | 'description' | 'criteria'>;

/** The address of an achievement's image: the provider's, or a generated one. */
function achievementImageUrl(base: string, id: string): string {
  return `${achievementUrl(base, id)}/image`;
}

/**
 * The OB 3.0 Achievement as badges will carry it. `before` is the definition that is replaced: a result description that keeps its name
 * keeps its id.
 */
export function defineAchievement(
  fields: DefinitionFields,
  { id, base, ids, before }: { id: string; base: string; ids: Ids; before: Achievement | null },
): Achievement {
  const { resultDescription, related, imageCaption, ...plain } = fields;
  const url = achievementUrl(base, id);
  const built = buildAchievement({
    ...plain,
    id: url,
    image: { id: achievementImageUrl(base, id), caption: imageCaption ?? undefined },
  });
  const described = describeResults(resultDescription ?? [], ids, before?.resultDescription ?? []);
  return {
    ...built,
    ...(described.length === 0 ? {} : { resultDescription: described }),
    ...(related === null || related === undefined || related.length === 0 ? {} : { related: related.map(relation) }),
  };
}

function relation({ id, inLanguage, version }: NonNullable<AchievementFields['related']>[number]): JsonObject {
  return { id, type: ['Related'], ...(inLanguage === undefined ? {} : { inLanguage }), ...(version === undefined ? {} : { version }) };
}

/** The caller's members of a definition: what `defineAchievement` was given, so that a change can be laid over it. */
export function fieldsOf(definition: Achievement): DefinitionFields {
  const {
    id: _id,
    type: _type,
    image,
    resultDescription,
    related,
    alignment,
    ...plain
  } = definition as Achievement & {
    readonly related?: NonNullable<AchievementFields['related']>;
  };
  return {
    ...plain,
    ...(alignment === undefined ? {} : { alignment: alignment.map(untyped) }),
    ...(related === undefined ? {} : { related }),
    ...(image?.caption === undefined ? {} : { imageCaption: image.caption }),
    ...(resultDescription === undefined ? {} : { resultDescription: resultDescription.map((one) => fieldsOfDescription(one)) }),
  } as DefinitionFields;
}

function untyped({ type: _type, ...alignment }: BadgeAlignment): object {
  return alignment;
}

function fieldsOfDescription(described: NonNullable<Achievement['resultDescription']>[number]): ResultDescription {
  const {
    id: _id,
    type: _type,
    rubricCriterionLevel,
    requiredLevel,
    alignment,
    ...plain
  } = described as typeof described & {
    readonly alignment?: readonly BadgeAlignment[];
  };
  const required = rubricCriterionLevel?.find(({ id }) => id === requiredLevel)?.name;
  return {
    ...plain,
    ...(rubricCriterionLevel === undefined
      ? {}
      : { rubricCriterionLevel: rubricCriterionLevel.map(({ id: _levelId, type: _levelType, ...level }) => level) }),
    ...(required === undefined ? {} : { requiredLevel: required }),
    ...(alignment === undefined ? {} : { alignment: alignment.map(untyped) }),
  } as unknown as ResultDescription;
}
