import { expect, it } from 'vitest';
import { plain } from './claimed.js';

it('keeps an ordinary name as it is', () => {
  expect(plain('Web API design – «Grundlagen» 日本語 👩‍💻')).toBe('Web API design – «Grundlagen» 日本語 👩‍💻');
});

it('removes characters that change the text direction', () => {
  expect(plain('Not \u202egnihton\u202c, really\u2066!\u2069')).toBe('Not gnihton, really!');
});

it('cuts an overlong name between characters', () => {
  const shown = plain('😀'.repeat(10_000));
  expect(Array.from(shown)).toHaveLength(242);
  expect(shown.endsWith('😀 …')).toBe(true);
});

it('joins several lines into one', () => {
  expect(plain(' a\n\n\tb ')).toBe('a b');
});
