import type { ResultInput as BadgeResult } from '@proofmark/credentials';
import { type Achievement, type ResultDescription, wordsOf } from '@proofmark/schemas';
import type { FieldError, ResultInput } from '@proofmark/schemas/api';
import { done, type Result, refused } from '../result.js';

/** Ties each result to the result description that it names, and each level to its id. */
export function resolveResults(achievement: Achievement, results: readonly ResultInput[]): Result<readonly BadgeResult[]> {
  const errors: FieldError[] = [];
  const resolved = results.map((input, at) => {
    const fault = (member: string, code: FieldError['code'], detail: string): void =>
      void errors.push({ pointer: `/results/${at}${member}`, code, detail });
    const described = describedBy(achievement.resultDescription ?? [], input, fault);
    if (described === null) return null;
    return judged(described, input, fault);
  });
  if (errors.length > 0) return refused('invalid-request', 'The results do not fit the achievement.', errors);
  return done(resolved.filter((result) => result !== null));
}

type Fault = (member: string, code: FieldError['code'], detail: string) => void;

/** The names that there are; they are the issuer's own. */
function namesOf(named: readonly { readonly name: string }[] = []): string {
  if (named.length === 0) return 'it declares none, so leave this out, or declare it in the achievement';
  return `it has ${someOf(named.map(({ name }) => name))}`;
}

function someOf(words: readonly string[]): string {
  const more = words.length > 10 ? ` and ${words.length - 10} more` : '';
  return `${words.slice(0, 10).join(', ')}${more}`;
}

/** Undefined for a result that names no description, which OB 3.0 allows; null after a fault. */
function describedBy(
  descriptions: readonly ResultDescription[],
  { name, resultDescription }: ResultInput,
  fault: Fault,
): ResultDescription | undefined | null {
  if (name === undefined && resultDescription === undefined) return undefined;
  if (name !== undefined && resultDescription !== undefined) {
    fault('', 'exactly-one', 'names its result description twice: leave `name` or `resultDescription` out');
    return null;
  }
  const found = descriptions.find((one) => (name === undefined ? one.id === resultDescription : one.name === name));
  if (found !== undefined) return found;
  fault(
    name === undefined ? '/resultDescription' : '/name',
    'no-such-value',
    `names no result description of this achievement: ${namesOf(descriptions)}`,
  );
  return null;
}

function judged(described: ResultDescription | undefined, { value, status, achievedLevel }: ResultInput, fault: Fault): BadgeResult {
  const level = described?.rubricCriterionLevel?.find(({ id, name }) => achievedLevel === id || achievedLevel === name);
  if (achievedLevel !== undefined && level === undefined)
    fault(
      '/achievedLevel',
      'no-such-value',
      `names no rubric level of its result description: ${namesOf(described?.rubricCriterionLevel)}`,
    );
  if (described?.resultType === 'Status' && status === undefined)
    fault('/status', 'required', `is needed for a result of type Status: one of ${wordsOf('resultStatus').join(', ')}`);
  if (value !== undefined && described?.allowedValue?.includes(value) === false)
    fault('/value', 'no-such-value', `is not one of ${someOf(described.allowedValue)}`);
  return { resultDescription: described?.id, value, status, achievedLevel: level?.id };
}
