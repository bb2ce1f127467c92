import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject, listOf, member, memberPointer, sameJson, textOf, without } from './guards.js';

it('takes objects for objects, and neither arrays nor null', () => {
  expect([{}, { a: 1 }].every(isObject)).toBe(true);
  expect([null, undefined, [], '', 0, true].some(isObject)).toBe(false);
});

it('reads null as absent, in a member and as a list', () => {
  expect(member({ a: null }, 'a')).toBeUndefined();
  expect(listOf(null)).toEqual([]);
  expect(listOf(undefined)).toEqual([]);
  expect(textOf({ a: null }, 'a')).toBeNull();
});

it('keeps a null inside of an array', () => {
  expect(listOf([null])).toEqual([null]);
});

it('reads a single value as a list of one, and other values than null as they are', () => {
  expect([listOf('a'), listOf(0), listOf(false), listOf({})]).toEqual([['a'], [0], [false], [{}]]);
});

it('never reads a member that an object inherits', () => {
  for (const key of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) expect(member({}, key)).toBeUndefined();
  expect(member(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  expect(member('text', 'length')).toBeUndefined();
  expect(member([1], 'length')).toBeUndefined();
});

it('leaves out one member, and changes nothing', () => {
  const whole = { a: 1, b: 2 };
  expect(without(whole, 'a')).toEqual({ b: 2 });
  expect(whole).toEqual({ a: 1, b: 2 });
});

it('finds a value the same as its copy with the members in another order, and no changed one', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const copy = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(value).reverse())));
      expect(sameJson(JSON.parse(JSON.stringify(value)), copy)).toBe(true);
      expect(sameJson(copy, { ...copy, 'another one': 1 })).toBe(false);
    }),
  );
});

it('escapes the names in a JSON Pointer', () => {
  expect(memberPointer('/a', 'b/c~d')).toBe('/a/b~1c~0d');
  expect(memberPointer('', 0)).toBe('/0');
});
