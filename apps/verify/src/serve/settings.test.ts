import { expect, it } from 'vitest';
import { readSettings } from './settings.js';

it('has a default for everything', () => {
  expect(readSettings({})).toEqual({ host: '127.0.0.1', port: 3001, home: undefined, relay: true, trusted: [], proxies: null });
  expect(readSettings({ PORT: '0', HOST: '::', PUBLIC_BASE_URL: 'https://verify.example/', RELAY: 'off' })).toEqual({
    host: '::',
    port: 0,
    home: 'https://verify.example',
    relay: false,
    trusted: [],
    proxies: null,
  });
});

it('reads whom the operator trusts, separated by commas or spaces', () => {
  expect(readSettings({ TRUSTED_ISSUERS: 'acme.example, did:web:b.example' })).toMatchObject({
    trusted: ['acme.example', 'did:web:b.example'],
  });
});

it.each([
  { PORT: 'x' },
  { PORT: '70000' },
  { RELAY: 'yes' },
  { PUBLIC_BASE_URL: 'verify.example' },
  { PUBLIC_BASE_URL: 'https://a.example/x' },
  { TRUSTED_PROXIES: 'proxy' },
  { TRUSTED_ISSUERS: 'acme.example, Stanford' },
])('names what is wrong in %j', (env) => {
  expect(readSettings(env)).toContain(Object.keys(env)[0]);
});
