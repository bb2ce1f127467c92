import { expect, it } from 'vitest';
import { hasLoneSurrogate, isWellFormed } from './text.js';

it('tells half a surrogate pair from a whole one', () => {
  expect(['', 'abc', 'é', '😀', '\ud83d\ude00'].some(hasLoneSurrogate)).toBe(false);
  expect(['\ud83d', '\ude00\ud83d', 'a\ud800'].every(hasLoneSurrogate)).toBe(true);
});

it('refuses NUL', () => {
  expect(isWellFormed('a\0')).toBe(false);
  expect(isWellFormed('a\u0001')).toBe(true);
});
