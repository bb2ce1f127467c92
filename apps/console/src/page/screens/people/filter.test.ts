import { describe, expect, it } from 'vitest';
import { bodyOf, EVERYBODY, queryOf, readFilter, sortedBy } from './filter.js';

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

  it('keeps every order in the address but the usual one', () => {
    for (const order of ['newest', 'oldest', 'name', 'name-descending'] as const) {
      const query = queryOf({ ...EVERYBODY, order });
      expect(query).toEqual(order === 'newest' ? {} : { order });
      expect(readFilter(new URLSearchParams(query), '').order).toBe(order);
    }
  });

  it('is sorted by one column at a time, which a click turns round', () => {
    const [names, times] = [['name', 'name-descending'] as const, ['newest', 'oldest'] as const];
    expect(sortedBy('newest', names, 'name')).toEqual({ now: 'none', next: 'name' });
    expect(sortedBy('name', names, 'name')).toEqual({ now: 'ascending', next: 'name-descending' });
    expect(sortedBy('name-descending', names, 'name')).toEqual({ now: 'descending', next: 'name' });
    expect(sortedBy('name', times, 'oldest')).toEqual({ now: 'none', next: 'newest' });
    expect(sortedBy('newest', times, 'oldest')).toEqual({ now: 'descending', next: 'oldest' });
  });
});
