import type { FieldCode, FieldError } from '@proofmark/schemas/api';
import { FIELD_CODES, nearest } from '@proofmark/schemas/api';
import type { z } from 'zod';
import { schemaAt } from './schema-nodes.js';
import { unknownMember } from './unknown-member.js';
import { wantedAt } from './wanted.js';

type Issue = z.core.$ZodIssue;
const MOST = 50;

/**
 * What zod found, as places in the request with our codes, each with what is wanted there. `input` is what was parsed by `schema`; no value of
 * it enters an answer.
 */
export function fieldErrors(issues: readonly Issue[], input: unknown, schema?: z.ZodType): readonly FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, { input, schema }, [])).slice(0, MOST);
}

interface Parsed {
  readonly input: unknown;
  readonly schema: z.ZodType | undefined;
}

/** The JSON Pointer (RFC 6901) of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function errorsOf(issue: Issue, parsed: Parsed, above: readonly PropertyKey[]): readonly FieldError[] {
  const path = [...above, ...issue.path];
  const here = schemaAt(parsed.schema, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), code: 'unknown-field', detail: unknownMember(key, here) }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that got furthest is the one that was meant.
    const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    const pointer = pointerOf(path);
    const errors = meant.flatMap((inner) => errorsOf(inner, parsed, path));
    const whole = { pointer, code: 'wrong-type' as const, detail: wrongly(here, valueAt(parsed.input, path)) };
    return errors.length === 0 ? [whole] : errors.map((error) => (error.pointer === pointer ? { ...whole, code: error.code } : error));
  }
  return [{ pointer: pointerOf(path), ...codeOf(issue, valueAt(parsed.input, path), here) }];
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

type Found = Omit<FieldError, 'pointer'>;

function codeOf(
  issue: Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>,
  value: unknown,
  schema: z.ZodType | undefined,
): Found {
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return { code: 'required', detail: `is required: ${wantedAt(schema) ?? 'it has to stand in the request'}` };
  if (issue.code === 'invalid_type') return { code: 'wrong-type', detail: wrongly(schema, value) };
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const meant = typeof value === 'string' ? nearest(value, known) : null;
    return typeof value === typeof issue.values[0]
      ? { code: 'no-such-value', detail: `is not one of ${known.join(', ')}${meant === null ? '' : `: did you mean ${meant}?`}` }
      : { code: 'wrong-type', detail: wrongly(schema, value) };
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') return sized(issue, value, schema);
  if (issue.code === 'custom' && isFieldCode(issue.params?.code)) return { code: issue.params.code, detail: issue.message };
  return { code: 'not-allowed', detail: wrongly(schema, value) };
}

/** What has to stand where something else does. */
function wrongly(schema: z.ZodType | undefined, value: unknown): string {
  return `has to be ${wantedAt(schema) ?? 'something else'}; ${called(value)} was given`;
}

function called(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return { object: 'an object', string: 'text', number: 'another number', boolean: String(value) }[typeof value as string] ?? 'nothing';
}

type Size = Extract<Issue, { code: 'too_big' | 'too_small' }>;

function sized(issue: Size, value: unknown, schema: z.ZodType | undefined): Found {
  const bound = issue.code === 'too_big' ? `at most ${issue.maximum} are taken` : `at least ${issue.minimum} are needed`;
  const [text, list] = issue.code === 'too_big' ? (['too-long', 'too-many'] as const) : (['too-short', 'too-few'] as const);
  if (typeof value === 'string') return { code: text, detail: `has ${value.length} characters; ${bound}` };
  if (!Array.isArray(value)) return { code: 'out-of-range', detail: wrongly(schema, value) };
  if (value.length === 0)
    return { code: list, detail: `is an empty list: give at least ${(issue as { minimum?: unknown }).minimum} item, or leave it out` };
  return { code: list, detail: `has ${value.length} items; ${bound}` };
}

function isFieldCode(code: unknown): code is FieldCode {
  return (FIELD_CODES as readonly unknown[]).includes(code);
}
