import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFaults } from './find-json-faults.js';
import type { JsonRules } from './json-rules.js';
import { inspectJson, readJson } from './read-json.js';

// T21: the one strict reader of JSON.

const RULES: JsonRules = { maxLength: 1000, maxDepth: 4, maxValues: 30, maxNodes: 10, refuseNul: true, refuseProto: true };

it('reads back every JSON value that JSON.stringify wrote', () => {
  const wide = { maxLength: 1e6, maxDepth: 100 };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readJson(JSON.stringify(value), wide)).toEqual({ ok: true, json: JSON.parse(JSON.stringify(value)) });
    }),
  );
});

describe('the strict reader', () => {
  it.each([
    ['not-json', '{', ''],
    ['not-json', "{'a':1}", ''],
    ['not-json', '\ufeff{}', ''],
    ['duplicate-key', '{"a":1,"a":1}', '/a'],
    ['duplicate-key', '{"b":[0,{"a":1,"\\u0061":2}]}', '/b/1/a'],
    ['duplicate-key', '{"a/b":{},"a\\/b":1}', '/a~1b'],
    ['lone-surrogate', '{"a":"\\ud800"}', '/a'],
    ['lone-surrogate', '["\ud800"]', '/0'],
    ['lone-surrogate', '{"x":{"\\udc00":1}}', '/x'],
    ['no-number', '{"a":[1,-1e400]}', '/a/1'],
    ['no-number', '1e999', ''],
    ['nul-character', '{"a":"b\\u0000"}', '/a'],
    ['proto-member', '{"a":{"__proto__":{}}}', '/a/__proto__'],
    ['too-deep', '[[[[[]]]]]', '/0/0/0/0'],
    ['too-large', `[${'0,'.repeat(40)}0]`, null],
    ['too-large', `{${Array.from({ length: 31 }, (_, i) => `"${i}":0`).join()}}`, null],
    ['too-large', `[${'[],'.repeat(10)}[]]`, null],
    ['too-large', `"${'a'.repeat(1000)}"`, null],
  ] as const)('answers %s for %s, at %s', (fault, text, pointer) => {
    expect(readJson(text, RULES)).toEqual({ ok: false, fault });
    if (pointer !== null && fault !== 'not-json') {
      expect(findJsonFaults(text, RULES)).toContainEqual(expect.objectContaining({ fault, pointer }));
    }
  });

  it('takes what is just within the bounds', () => {
    for (const text of [
      '[[[[]]]]',
      `[${'0,'.repeat(29)}0]`,
      `[${'[],'.repeat(8)}[]]`,
      `"${'a'.repeat(998)}"`,
      '1e308',
      '{"a":":{[\\"\\\\"}',
    ]) {
      expect(readJson(text, RULES), text).toMatchObject({ ok: true });
      expect(findJsonFaults(text, RULES)).toEqual([]);
    }
  });

  it('takes NUL and __proto__ where they are not refused, and gives nothing another prototype', () => {
    const reading = readJson('{"__proto__":{"a":1},"b":"\\u0000"}', { maxLength: 100, maxDepth: 4 });
    expect(reading.ok && Object.keys(reading.json as object)).toEqual(['__proto__', 'b']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('finds the same in a value that was parsed elsewhere, but for names that occur twice', () => {
    expect(inspectJson(JSON.parse('[[[[[]]]]]'), RULES)).toBe('too-deep');
    expect(inspectJson(JSON.parse('{"a":"\\ud800"}'), RULES)).toBe('lone-surrogate');
    expect(inspectJson({ a: Number.POSITIVE_INFINITY }, RULES)).toBe('no-number');
    expect(inspectJson({ a: ['b'] }, RULES)).toBeNull();
  });
});

/** JSON texts whose objects may name a member twice, whose texts may be malformed and whose numbers may be too large. */
const { text: hostile } = fc.letrec<{ text: string }>((tie) => {
  const name = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"__proto__"', '"\\ud800"', '":{"', '"\\\\"');
  const scalar = fc.constantFrom('1', '1e400', '-2.5e-3', '"x"', '"\\u0000"', '"\\udfff"', '"\\ud83d\\ude00"', '"\\"[,"', 'true', 'null');
  return {
    text: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
      fc.array(fc.tuple(name, tie('text')), { maxLength: 3 }).map((members) => `{${members.map(([n, v]) => `${n} : ${v}`).join()}}`),
    ),
  };
});

it('says where a fault is for exactly the texts that it refuses', () => {
  const rules = { ...RULES, maxLength: 1e5, maxValues: 1e5, maxNodes: 1e5 };
  let refused = 0;
  fc.assert(
    fc.property(hostile, (text) => {
      const reading = readJson(text, rules);
      const faults = findJsonFaults(text, rules).map(({ fault }) => fault);
      if (reading.ok) expect(faults).toEqual([]);
      else expect(faults.length).toBeGreaterThan(0);
      if (!reading.ok) refused += 1;
    }),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(300);
});

it('names at most a hundred faults, and none of a text that is no JSON', () => {
  const text = `{${'"a":0,'.repeat(500)}"a":0}`;
  expect(findJsonFaults(text, { maxLength: 1e5, maxDepth: 4 })).toHaveLength(100);
  expect(findJsonFaults('{"a":1,"a":', RULES)).toEqual([]);
});
