import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorPlace } from './json-error-place.js';

describe('the place where JSON breaks', () => {
  it.each([
    ['{\n  "recipient": secret\n}', 'line 2, column 16'],
    ['{"a":1,}', 'line 1, column 8'],
    ['{"a" 1}', 'line 1, column 6'],
    ['[1,2', 'line 1, column 5'],
    ['[1 2]', 'line 1, column 4'],
    ['{"a":1} x', 'line 1, column 9'],
    ['"a\nb"', 'line 1, column 1'],
    ['[01]', 'line 1, column 2'],
    ['{a:1}', 'line 1, column 2'],
    ['[1}', 'line 1, column 3'],
    ['recipient=ada', 'line 1, column 1'],
  ])('%j is %s', (text, place) => {
    expect(jsonErrorPlace(text)).toBe(place);
  });

  it('is the end of the text, when the text is good JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const lines = text.split('\n');
        expect(jsonErrorPlace(text)).toBe(`line ${lines.length}, column ${lines.at(-1)!.length + 1}`);
      }),
    );
  });
});
