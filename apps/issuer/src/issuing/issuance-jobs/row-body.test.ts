import { describe, expect, it } from 'vitest';
import { problemOf } from './row-body.js';

const plan = { targets: ['email', 'external_id', 'valid_until'], header: ['Mail', 'Nr', 'Ende'] } as const;

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
