import { describe, expect, it } from 'vitest';
import { addressFault } from './address.js';
import { EMPTY, faultOf, issueBody } from './form.js';

describe('the request that issues a badge', () => {
  it('has only what was given', () => {
    expect(issueBody({ ...EMPTY, email: ' ada@example.org ' })).toEqual({ recipient: { email: 'ada@example.org' }, onDuplicate: 'refuse' });
  });

  it('keeps work only where there is some, and the learner agreed', () => {
    const form = { ...EMPTY, externalId: 'S-1', copies: true };
    expect(issueBody(form).keep).toBeUndefined();
    const work = [
      { url: ' https://example.org/a.pdf ', name: ' A report ' },
      { url: ' ', name: '' },
    ];
    expect(issueBody({ ...form, work })).toMatchObject({
      evidence: [{ url: 'https://example.org/a.pdf', name: 'A report' }],
      keep: { copy: true, consent: true },
    });
  });

  it('makes whole days of days', () => {
    const { validFrom = '', validUntil = '' } = issueBody({ ...EMPTY, email: 'a@b.example', from: '2026-11-01', until: '2026-11-30' });
    expect([new Date(validFrom).getHours(), new Date(validUntil).getHours()]).toEqual([0, 23]);
    expect(validFrom).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('is not sent without anybody, or with its end before its beginning', () => {
    expect(faultOf(EMPTY)).toBe('who-missing');
    expect(faultOf({ ...EMPTY, email: 'a@b.example', from: '2026-11-02', until: '2026-11-01' })).toBe('until-wrong');
    expect(faultOf({ ...EMPTY, externalId: 'S-1', from: '2026-11-02' })).toBeNull();
  });
});

describe('an address that is typed', () => {
  it.each(['https://github.com/ada/todo', 'http://localhost:3000/a.mjs', 'http://127.0.0.1:80', 'swh:1:dir:0', 'doi:10.5281/zenodo.1'])(
    'can be read: %s',
    (typed) => expect(addressFault(typed)).toBeNull(),
  );
  it.each([
    ['git@github.com:ada/todo.git', 'ssh'],
    ['ssh://git@github.com/ada/todo', 'ssh'],
    ['http://example.org/a', 'no-address'],
    ['my project', 'no-address'],
    ['javascript:alert(1)', 'no-address'],
    ['https:/', 'incomplete'],
    ['', 'incomplete'],
  ])('cannot: %s', (typed, fault) => expect(addressFault(typed)).toBe(fault));
});
