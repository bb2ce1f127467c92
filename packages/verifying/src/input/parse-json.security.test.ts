import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, parseJson } from './parse-json.js';

// T21: JSON that is made to harm.

const fault = (text: string): string => {
  const reading = parseJson(text);
  return reading.ok ? 'ok' : reading.fault;
};

describe('untrusted JSON', () => {
  it('is parsed as by JSON.parse, unless a name occurs twice', () => {
    const plain = fc.jsonValue().filter((json) => inspect(json as never) === null);
    fc.assert(
      fc.property(plain, fc.boolean(), (json, spaced) => {
        expect(parseJson(JSON.stringify(json, null, spaced ? 2 : 0))).toEqual({ ok: true, json: JSON.parse(JSON.stringify(json)) });
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['{"x":{"id":1},"y":[{"id":2,"id":3}]}', 'duplicate-key'],
    ['{"a":{"a":1},"b":["a","a"],"c":"a"}', 'ok'],
    ['{"a":"b\\"","c":"{,}","d":"\\\\"}', 'ok'],
    ['{"a":"\\ud800"}', 'lone-surrogate'],
    ['{"\\udfff":1}', 'lone-surrogate'],
    ['{"a":"\\ud83d\\ude00"}', 'ok'],
    ['{"a":1', 'not-json'],
    ['{"a":01}', 'not-json'],
    ['{a:1}', 'not-json'],
    ['"\\', 'not-json'],
    ['', 'not-json'],
  ])('has the expected outcome for %s: %s', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it('is refused at once and without a stack overflow when it nests 20,000 deep or is huge', () => {
    const start = performance.now();
    expect(fault('['.repeat(20_000))).toBe('too-deep');
    expect(fault(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)).toBe('too-deep');
    expect(fault(`[${'{},'.repeat(400_000)}{}]`)).toBe('too-large');
    expect(fault('a'.repeat(50_000_000))).toBe('too-large');
    let deep: never[] = [];
    for (let i = 0; i < 20_000; i += 1) deep = [deep] as never[];
    expect(inspect(deep)).toBe('too-deep');
    const circle: unknown[] = [];
    circle.push(circle);
    expect(inspect(circle as never)).toBe('too-deep');
    // Generous, for slow machines: the work is bounded, not timed.
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
