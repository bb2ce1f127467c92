import type { ResultDescription as Described, RubricCriterionLevel } from '@proofmark/schemas';
import type { FieldError, ResultDescription } from '@proofmark/schemas/api';

/** Makes a new absolute id for a node inside an achievement. */
export type Ids = () => string;

/** The result descriptions of an achievement, each with an id; one that keeps its name keeps its id, and so do its levels. */
export function describeResults(descriptions: readonly ResultDescription[], ids: Ids, before: readonly Described[]): readonly Described[] {
  return descriptions.map((input) => {
    const old = before.find(({ name }) => name === input.name);
    const levels = input.rubricCriterionLevel?.map((level): RubricCriterionLevel => {
      const id = old?.rubricCriterionLevel?.find(({ name }) => name === level.name)?.id ?? ids();
      return { ...level, id, type: ['RubricCriterionLevel'] } as RubricCriterionLevel;
    });
    const { requiredLevel, rubricCriterionLevel: _levels, alignment, ...plain } = input;
    const required = levels?.find(({ name }) => name === requiredLevel)?.id;
    return {
      ...plain,
      id: old?.id ?? ids(),
      type: ['ResultDescription'],
      ...(levels === undefined ? {} : { rubricCriterionLevel: levels }),
      ...(required === undefined ? {} : { requiredLevel: required }),
      ...(alignment === undefined ? {} : { alignment: alignment.map((one) => ({ ...one, type: ['Alignment'] as const })) }),
    } as unknown as Described;
  });
}

/** What the parts of result descriptions say against each other. Pointers begin at `/resultDescription`. */
export function judgeResultDescriptions(descriptions: readonly ResultDescription[]): readonly FieldError[] {
  const errors: FieldError[] = [];
  const add = (pointer: string, code: FieldError['code'], detail: string): void =>
    void errors.push({ pointer: `/resultDescription/${pointer}`, code, detail });
  descriptions.forEach(({ name, requiredLevel, requiredValue, allowedValue, rubricCriterionLevel = [] }, at) => {
    if (descriptions.findIndex((other) => other.name === name) < at)
      add(`${at}/name`, 'not-unique', 'is the name of an earlier one: give each its own');
    rubricCriterionLevel.forEach((level, i) => {
      if (rubricCriterionLevel.findIndex((other) => other.name === level.name) < i)
        add(`${at}/rubricCriterionLevel/${i}/name`, 'not-unique', 'is the name of an earlier one: give each its own');
    });
    if (requiredLevel !== undefined && !rubricCriterionLevel.some((level) => level.name === requiredLevel))
      add(`${at}/requiredLevel`, 'no-such-value', 'is not the name of one of `rubricCriterionLevel`');
    if (requiredValue !== undefined && allowedValue !== undefined && !allowedValue.includes(requiredValue))
      add(`${at}/requiredValue`, 'no-such-value', 'is not one of `allowedValue`');
  });
  return errors;
}
