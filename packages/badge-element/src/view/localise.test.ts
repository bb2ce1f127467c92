import type { Report } from '@proofmark/schemas';
import { expect, it } from 'vitest';
import { localise } from './localise.js';

it('writes the times of details as dates, and leaves everything else', () => {
  const report = {
    checks: {
      'valid-until': {
        outcome: 'failed',
        code: 'expired',
        detail: { date: '2021-03-04T12:00:00Z', days: 3, places: ['2021-03-04T12:00:00Z'] },
      },
      revoked: { outcome: 'failed', code: 'revoked', detail: { reason: '2021-99-99T99:99:99Z', date: 'last week' } },
      format: { outcome: 'passed' },
      suspended: { outcome: 'failed', code: 'suspended', detail: { date: '2021-03-04' } },
    },
  } as unknown as Report;
  expect(localise(report, 'en-GB').checks).toEqual({
    'valid-until': { outcome: 'failed', code: 'expired', detail: { date: '4 March 2021', days: 3, places: ['2021-03-04T12:00:00Z'] } },
    revoked: { outcome: 'failed', code: 'revoked', detail: { reason: '2021-99-99T99:99:99Z', date: 'last week' } },
    format: { outcome: 'passed' },
    suspended: { outcome: 'failed', code: 'suspended', detail: { date: '4 March 2021' } },
  });
});
