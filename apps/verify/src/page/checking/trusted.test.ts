import { expect, it } from 'vitest';
import { keepTrust, keptTrust, readTrust } from './trusted.js';

it('distinguishes domains, identifiers, registries and notes', () => {
  const text = `
acme.example # the academy
did:web:badges.example:issuers:acme
did:key:z6Mk#z6Mk
https://other.example
https://registry.example/registry.json   # ours
# nothing`;
  expect(readTrust(text)).toEqual({
    trustedIssuers: ['acme.example', 'did:web:badges.example:issuers:acme', 'did:key:z6Mk#z6Mk', 'https://other.example'],
    registries: [{ url: 'https://registry.example/registry.json' }],
  });
  expect(readTrust(' \n#\n')).toEqual({});
});

it('works in a browser without storage', () => {
  expect(keptTrust()).toBe('');
  expect(() => keepTrust('acme.example')).not.toThrow();
});
