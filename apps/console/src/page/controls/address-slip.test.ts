import { describe, expect, it } from 'vitest';
import { addressMeant } from './address-slip.js';

describe('an address with a slip', () => {
  it.each([
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@gmal.com', 'ada@gmail.com'],
    ['ada@gmaill.com', 'ada@gmail.com'],
    ['ada@gmail.con', 'ada@gmail.com'],
    ['ada@gmail.co', 'ada@gmail.com'],
    ['Ada.Lovelace@Hotmial.com', 'Ada.Lovelace@hotmail.com'],
    ['ada@web.dr', 'ada@web.de'],
    ['"a@b"@outlok.com', '"a@b"@outlook.com'],
  ])('%s leads to %s', (typed, meant) => expect(addressMeant(typed)).toBe(meant));

  it.each([
    ...['ada@gmail.com', 'ada@gmx.net', 'ada@gmx.de', 'ada@hotmail.de', 'ada@school.example', 'ada@mail.com', 'ada@example.org'],
    ...['ada', '@gmial.com', 'ada@', `ada@${'g'.repeat(300)}`, ''],
  ])('is not suspected in %s', (typed) => expect(addressMeant(typed)).toBeNull());
});
