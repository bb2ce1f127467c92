import { describe, expect, it } from 'vitest';
import { hrefOf, matchPath, readAddress } from './address.js';

describe('addresses of screens', () => {
  it.each([
    ['', null, '', ''],
    ['#/', null, '', ''],
    ['#/account', null, 'account', ''],
    ['#/at/riverside', 'riverside', '', ''],
    ['#/at/riverside/people?name=Zo%C3%AB', 'riverside', 'people', 'name=Zo%C3%AB'],
    ['#/at/riverside/people/a%2Fb', 'riverside', 'people/a/b', ''],
    ['#/at/%E0%A4%A/people', '%E0%A4%A', 'people', ''],
    [`#/at/${'x'.repeat(2000)}/people`, null, '', ''],
  ])('reads %s', (hash, issuer, path, query) => {
    const read = readAddress(hash);
    expect({ issuer: read.issuer, path: read.path, query: read.query.toString() }).toEqual({ issuer, path, query });
  });

  it('writes what it reads', () => {
    const address = { issuer: 'riverside', path: 'people/4f', query: { name: 'Zoë & co' } };
    const read = readAddress(hrefOf(address));
    expect({ ...read, query: Object.fromEntries(read.query) }).toEqual(address);
  });

  it.each([
    ['people/:id', 'people/4f', { id: '4f' }],
    ['people', 'people', {}],
    ['', '', {}],
    ['people/:id', 'people/', null],
    ['people/:id', 'people', null],
    ['people', 'people/4f', null],
  ])('matches %s with %s', (pattern, path, found) => expect(matchPath(pattern, path)).toEqual(found));
});
