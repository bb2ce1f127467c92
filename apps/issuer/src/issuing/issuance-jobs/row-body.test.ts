import { describe, expect, it } from 'vitest';
import { done, refused } from '../result.js';
import { problemOf, readRow } from './row-body.js';

const plan = { targets: ['email', 'external_id', 'valid_until'], header: ['Mail', 'Nr', 'Ende'] } as const;

describe('a name in two columns', () => {
  const plan = { targets: ['family_name', 'given_name'], header: ['Nachname', 'Vorname'] } as const;

  it('is one name, as far as there is something', () => {
    const nameOf = (...cells: string[]) => {
      let given: unknown;
      readRow(cells, plan, (value) => {
        given = value;
        return done({} as never);
      });
      return given;
    };
    expect(nameOf('Lovelace', 'Ada')).toEqual({ recipient: { name: 'Ada Lovelace' } });
    expect(nameOf('', 'Ada')).toEqual({ recipient: { name: 'Ada' } });
    expect(nameOf('', '')).toEqual({ recipient: {} });
  });

  it('has its faults told of the first of them', () => {
    const tooLong = { pointer: '/recipient/name', code: 'too-long', detail: 'has more than 200 characters' } as const;
    const read = readRow(['Lovelace', 'Ada'], plan, () => refused('invalid-request', 'One.', [tooLong]));
    expect(read).toMatchObject({ ok: false, problem: { errors: [{ column: 'Vorname' }] } });
  });
});

describe('problemOf', () => {
  it('says what is wanted in the words of the table', () => {
    const errors = [
      { pointer: '/recipient', code: 'at-least-one', detail: 'needs `email`, `did` or `externalId`' },
      { pointer: '/validUntil', code: 'not-a-date', detail: 'is not a date and time with a zone' },
    ] as const;
    const refusal = { code: 'invalid-request', detail: 'Two.', errors } as const;
    expect(problemOf(refusal, plan).errors).toMatchObject([
      { column: 'Mail', detail: 'needs `email`, `did` or `external_id`' },
      { column: 'Ende', detail: expect.stringMatching(/^is not a day such as 2028-01-31, or a time/) },
    ]);
    expect(problemOf(refusal, null).errors).toEqual(errors.map((error) => ({ ...error, column: null })));
  });
});
