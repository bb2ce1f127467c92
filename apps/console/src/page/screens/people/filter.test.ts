import { describe, expect, it } from 'vitest';
import { bodyOf, EVERYBODY, queryOf, readFilter } from './filter.js';

describe('the filter of the people screen', () => {
  it('stands in the address without an e-mail address, and is read from there', () => {
    const filter = { ...EVERYBODY, name: 'Zoë', email: 'zoe@example.org', claimed: 'no', since: '2026-01-31', order: 'oldest' } as const;
    const query = new URLSearchParams(queryOf(filter));
    expect(query.toString()).not.toContain('example.org');
    expect(readFilter(query, 'zoe@example.org')).toEqual(filter);
  });

  it('leaves out what an address cannot mean', () => {
    const query = new URLSearchParams('state=happy&claimed=maybe&since=31.1.2026&order=odd');
    expect(readFilter(query, '')).toEqual(EVERYBODY);
  });

  it('asks for whole days, the last one included, and for nothing that was left empty', () => {
    const { since, until, ...rest } = bodyOf('school', { ...EVERYBODY, since: '2026-03-01', until: '2026-03-01' });
    expect(rest).toEqual({ issuer: 'school', order: 'newest' });
    expect(new Date(until!).getTime() - new Date(since!).getTime()).toBe(86_400_000);
  });
});
