import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { details } from './details.js';
import { number, plural, select } from './runtime.js';

describe('the arguments of a message', () => {
  it('are the details as text, and empty where there is none', () => {
    const given = details({ host: 'a.example', count: 2, others: ['b', 'c'], date: '' });
    expect([given.host, given.count, given.others, given.date, given.reason]).toEqual(['a.example', '2', 'b, c', '', '']);
  });

  it('say which details are there', () => {
    const given = details({ host: 'a.example', date: '', reason: '\u202e' });
    expect([given.hasHost, given.hasDate, given.hasReason, given.hasSuite]).toEqual(['yes', 'no', 'no', 'no']);
  });

  it('never read what every object has', () => {
    const given = details({}) as unknown as Record<string, string>;
    expect([given.constructor, given.hasOwnProperty, given.toString]).toEqual(['', 'no', '']);
  });

  it('are cut, and hold no character that turns the direction of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (term) => {
        const text = details({ term }).term;
        expect(text.length).toBeLessThanOrEqual(301);
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]| {2}/u);
      }),
    );
  });

  it('write a time as the caller writes it', () => {
    expect(details({ date: '2027', others: ['x'] }, (text) => `<${text}>`).date).toBe('<2027>');
  });
});

describe('a compiled message', () => {
  it('chooses by the number itself before the plural category of its language', () => {
    const forms = { 0: 'none', one: 'one', other: 'many' };
    expect([0, 1, 2, '', '2', 'x'].map((count) => plural(count, 0, 'en', forms))).toEqual(['none', 'one', 'many', 'none', 'many', 'none']);
    expect([0, 1, 2].map((count) => plural(count, 0, 'fr', { one: 'one', other: 'many' }))).toEqual(['one', 'one', 'many']);
  });

  it('answers the other branch, or nothing, for a value without a branch', () => {
    expect(select('no', { yes: 'x', other: 'y' })).toBe('y');
    expect(select('constructor', { yes: 'x' })).toBe('');
  });

  it('writes numbers as its language does', () => {
    expect([number('en', 1234, 0), number('de', '1234', 1), number('en', '', 0)]).toEqual(['1,234', '1.233', '0']);
  });
});
