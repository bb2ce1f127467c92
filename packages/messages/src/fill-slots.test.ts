import { expect, it } from 'vitest';
import { fillSlots } from './fill-slots.js';

it('puts each part where the sentence has its argument, as often as it has it', () => {
  const link = { href: 'https://a.example' };
  expect(fillSlots(({ link, name }) => `See ${link} by ${name}, ${link}.`, { link, name: 1 })).toEqual([
    'See ',
    link,
    ' by ',
    1,
    ', ',
    link,
    '.',
  ]);
});

it('leaves a text alone that has the name of a part', () => {
  expect(fillSlots(({ at }) => `at${at}at`, { at: 0 })).toEqual(['at', 0, 'at']);
});

it('takes nothing for a part but the parts', () => {
  expect(fillSlots(({ at }) => `\u0000constructor\u0000${at}`, { at: 0 })).toEqual(['', 'constructor', '', 0, '']);
});
