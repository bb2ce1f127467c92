import type { FieldCode, FieldError } from '@proofmark/schemas/api';
import { FIELD_CODES } from '@proofmark/schemas/api';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
const MOST = 50;

/** What zod found, as places in the request with our codes. `input` is what was parsed; no value of it enters an answer. */
export function fieldErrors(issues: readonly Issue[], input: unknown): readonly FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, input, [])).slice(0, MOST);
}

/** The JSON Pointer (RFC 6901) of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function errorsOf(issue: Issue, input: unknown, above: readonly PropertyKey[]): readonly FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      code: 'unknown-field',
      detail: 'is not a member that is known here',
    }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that got furthest is the one that was meant.
    const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
    const errors = meant?.flatMap((inner) => errorsOf(inner, input, path)) ?? [];
    return errors.length > 0
      ? errors
      : [{ pointer: pointerOf(path), code: 'wrong-type', detail: 'has none of the forms that it can have' }];
  }
  return [{ pointer: pointerOf(path), ...codeOf(issue, valueAt(input, path)) }];
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce((most, issue) => Math.max(most, issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)), 0);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  );
}

function codeOf(issue: Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>, value: unknown): Omit<FieldError, 'pointer'> {
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return { code: 'required', detail: 'is required' };
  if (issue.code === 'invalid_type') return { code: 'wrong-type', detail: `is not of the type ${issue.expected}` };
  if (issue.code === 'invalid_value') {
    return typeof value === typeof issue.values[0]
      ? { code: 'no-such-value', detail: `is not one of ${issue.values.map(String).join(', ')}` }
      : { code: 'wrong-type', detail: 'is not of the right type' };
  }
  if (issue.code === 'too_big') return sized(issue.origin, 'too-long', 'too-many', `more than ${issue.maximum}`);
  if (issue.code === 'too_small') return sized(issue.origin, 'too-short', 'too-few', `fewer than ${issue.minimum}`);
  if (issue.code === 'custom' && isFieldCode(issue.params?.code)) return { code: issue.params.code, detail: issue.message };
  return { code: 'not-allowed', detail: 'has a value that it cannot have' };
}

function sized(origin: string, ofText: FieldCode, ofList: FieldCode, bound: string): Omit<FieldError, 'pointer'> {
  if (origin === 'string') return { code: ofText, detail: `has ${bound} characters` };
  if (origin === 'array' || origin === 'set') return { code: ofList, detail: `has ${bound} items` };
  return { code: 'out-of-range', detail: 'is out of range' };
}

function isFieldCode(code: unknown): code is FieldCode {
  return (FIELD_CODES as readonly unknown[]).includes(code);
}
