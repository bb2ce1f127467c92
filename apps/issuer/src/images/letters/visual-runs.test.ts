import { expect, it } from 'vitest';
import { visualRuns } from './visual-runs.js';

/** The parts from left to right, with `<` before those that are read from the right. */
const shown = (line: string): string =>
  visualRuns(line)
    .map(({ text, rtl }) => `${rtl ? '<' : ''}${text}`)
    .join('|');

it.each([
  ['Ada Lovelace 12', 'Ada Lovelace 12'],
  ['محمد', '<محمد'],
  ['آدا Ada', 'Ada|<آدا '],
  ['Ada آدا', 'Ada |<آدا'],
  ['ירון 12', '12|<ירון '],
  ['ירון (Ron) 7', '7| (|Ron|<ירון )'],
  ['王 محمد 12 B', '王 |12|<محمد | B'],
])('a line stands on paper as its letters are read: %s', (line, expected) => {
  expect(shown(line)).toBe(expected);
});

it('keeps every letter, whatever the line', () => {
  const line = 'a(א[ב]1,2)ג.د3٤ ه'.repeat(30);
  const letters = (text: string): string => [...text.replace(/[[\]()]/g, '')].sort().join('');
  expect(
    letters(
      visualRuns(line)
        .map(({ text }) => text)
        .join(''),
    ),
  ).toBe(letters(line));
});
