import type { FieldError } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fieldErrors } from '../../problems/index.js';
import { membersOf, plainly } from '../../problems/schema-nodes.js';
import { V1_OPERATIONS } from './index.js';

/** A member of a request, with a value around it that leads there. */
interface Place {
  readonly pointer: string;
  readonly schema: z.ZodType;
  readonly around: (value: unknown) => unknown;
}

/** Every member that a request can have, at every depth. */
function placesIn(schema: z.ZodType, pointer = '', around: Place['around'] = (value) => value): readonly Place[] {
  const here = { pointer, schema, around };
  const node = plainly(schema);
  if (node.kind === 'object') {
    const members = membersOf(node.schema);
    return [here, ...[...members].flatMap(([name, inner]) => placesIn(inner, `${pointer}/${name}`, (value) => around({ [name]: value })))];
  }
  if (node.kind === 'list') return [here, ...placesIn(node.item, `${pointer}/0`, (value) => around([value]))];
  if (node.kind === 'union') return [here, ...node.options.flatMap((option) => placesIn(option, pointer, around).slice(1))];
  return [here];
}

const WRONG: readonly unknown[] = [
  true,
  false,
  'x',
  '',
  '\u200b',
  -1,
  1.5,
  1e9,
  'x'.repeat(1_100_000),
  [],
  {},
  Array(101).fill(1),
  { '?': 1 },
  ['x'],
];

const REQUESTS = V1_OPERATIONS.flatMap(({ operationId, route: { request } }) => {
  const content = request?.body?.content['application/json'];
  const body = content !== undefined && 'schema' in content ? content.schema : undefined;
  const schemas = [body, request?.query].filter((schema) => schema !== undefined);
  return schemas.map((schema) => [operationId, schema as z.ZodType] as const);
});

/** Sentences that name no place to go on from. */
const BARE = /Invalid|^is required$|not of the (?:right )?type|is out of range$|that it can have|undefined|\[object|^$|NaN/;

describe('whatever stands wrong in a request', () => {
  it.each(REQUESTS)('of %s is answered with its place and what is wanted there', (_, schema) => {
    const places = placesIn(schema);
    let said = 0;
    for (const { pointer, around } of places) {
      for (const value of [undefined, ...WRONG]) {
        const body = JSON.parse(JSON.stringify(around(value) ?? null));
        const result = schema.safeParse(body);
        const errors: readonly FieldError[] = result.success ? [] : fieldErrors(result.error.issues, body, schema);
        for (const error of errors) {
          expect(error.detail, `${pointer} ${error.pointer}`).not.toMatch(BARE);
          // The longest is the list of all actions of the audit log.
          expect(error.detail.length).toBeLessThan(2000);
          said += 1;
        }
        expect(result.success || errors.length > 0).toBe(true);
      }
    }
    expect(said).toBeGreaterThan(places.length);
  });

  it('walks every request of the API', () => {
    expect(REQUESTS.length).toBeGreaterThan(20);
    expect(REQUESTS.flatMap(([, schema]) => placesIn(schema)).length).toBeGreaterThan(200);
  });
});
