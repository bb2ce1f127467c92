import { isWellFormed } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectJson } from './inspect-json.js';

describe('a second look at JSON', () => {
  it('finds nothing in what JSON.stringify writes, unless a string is malformed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('\\u0000') && !text.includes('__proto__') && isWellFormed(text) && !/\\ud[89a-f]/i.test(text));
        expect(inspectJson(text)).toEqual([]);
        expect(inspectJson(JSON.stringify(value, null, 2))).toEqual([]);
      }),
    );
  });

  it('names the place of a repeated member, however deep and however spelled', () => {
    expect(inspectJson('{"a":[{"x":"}{"},{"b/c":1,"b\\u002fc":2}]}')).toEqual([
      { pointer: '/a/1/b~1c', code: 'duplicate-key', detail: 'stands here twice' },
    ]);
  });

  it('does not take the members of two objects for one', () => {
    expect(inspectJson('[{"a":1},{"a":1},{"b":{"a":{"a":2}}}]')).toEqual([]);
  });
});
