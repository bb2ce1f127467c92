import { describe, expect, it } from 'vitest';
import { validityOf } from './validity.js';

describe('the end of a badge', () => {
  it('takes the end date of the request before that of the achievement', () => {
    const now = new Date('2026-11-22T09:00:00.700Z');
    expect(validityOf({}, null, now)).toEqual({ ok: true, value: { from: Date.parse('2026-11-22T09:00:00Z'), until: null } });
    expect(validityOf({ validUntil: '2027-01-01T00:00:00Z' }, 'P2Y', now)).toMatchObject({
      value: { until: Date.parse('2027-01-01T00:00:00Z') },
    });
    expect(validityOf({ validUntil: '2026-11-22T09:00:00.900Z' }, null, now)).toMatchObject({
      refusal: { errors: [{ code: 'end-before-start' }] },
    });
  });
});
