import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMultikey } from '../keys/multikey.js';
import { newKey } from '../node-crypto.fixture.js';
import { didJwkDocument, didKeyDocument } from './did-key.js';
import { absoluteId, parseDidUrl } from './did-url.js';
import { didWebUrl } from './did-web.js';
import { locate } from './locate.js';
import { selectMethod } from './select-method.js';

describe('parseDidUrl', () => {
  it('takes a DID URL apart', () => {
    expect(parseDidUrl('did:web:a.example:b/path?x=1#key')).toEqual({
      did: 'did:web:a.example:b',
      method: 'web',
      specific: 'a.example:b',
      path: '/path',
      query: 'x=1',
      fragment: 'key',
    });
  });

  it.each([
    '',
    'did:',
    'did:web',
    'did:web:',
    'did:Web:a',
    'did:web:a:',
    'did:web:a b',
    'did:web:%zz',
    'https://a.example',
    ' did:web:a',
    'did:web:ä',
  ])('refuses %s', (text) => {
    expect(parseDidUrl(text)).toBeNull();
  });

  it('answers quickly for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4096 }), (text) => {
        const parts = parseDidUrl(`did:web:${text}`);
        if (parts !== null) expect(parts.method).toBe('web');
      }),
    );
    expect(parseDidUrl(`did:web:${'a:'.repeat(2000)}`)).toBeNull();
  });

  it('makes relative ids absolute', () => {
    expect(absoluteId('#a', 'did:web:x.example')).toBe('did:web:x.example#a');
    expect(absoluteId('#a', 'https://x.example/i#b')).toBe('https://x.example/i#a');
    expect(absoluteId('did:key:z#a', 'did:web:x.example')).toBe('did:key:z#a');
  });
});

describe('did:web', () => {
  it.each([
    ['did:web:acme.example', 'https://acme.example/.well-known/did.json'],
    ['did:web:acme.example:issuers:one', 'https://acme.example/issuers/one/did.json'],
    ['did:web:acme.example%3A8443:i', 'https://acme.example:8443/i/did.json'],
    ['did:web:acme.example%3a8443', 'https://acme.example:8443/.well-known/did.json'],
    ['did:web:localhost%3A3000:issuers:acme', 'http://localhost:3000/issuers/acme/did.json'],
    ['did:web:acme.localhost%3A3000:issuers:acme', 'http://acme.localhost:3000/issuers/acme/did.json'],
    ['did:web:127.0.0.1%3A3000', 'http://127.0.0.1:3000/.well-known/did.json'],
    ['did:web:%5B%3A%3A1%5D%3A3000:a', 'http://[::1]:3000/a/did.json'],
    ['did:web:xn--e1awd7f.example:%C3%A4', 'https://xn--e1awd7f.example/%C3%A4/did.json'],
  ])('%s is resolved at %s', (did, url) => {
    expect(didWebUrl(did)).toEqual({ ok: true, url });
    expect(new URL(url).href).toBe(url);
  });
});

describe('a self-describing DID', () => {
  it.each(['Ed25519', 'ES256', 'ES384'] as const)('is its own document as did:key (%s)', (algorithm) => {
    const { publicKey } = newKey(algorithm);
    const multikey = toMultikey(publicKey);
    const location = locate(`did:key:${multikey}#${multikey}`);
    if (location.kind !== 'inline') throw new Error('not inline');
    for (const id of [`did:key:${multikey}#${multikey}`, `#${multikey}`, `did:key:${multikey}`]) {
      const selection = selectMethod(location.document, id, 'assertionMethod');
      expect(selection).toMatchObject({ ok: true, key: publicKey, controller: `did:key:${multikey}`, authorised: true });
    }
    expect(selectMethod(location.document, `did:key:${multikey}#other`, 'assertionMethod')).toEqual({
      ok: false,
      code: 'method-not-found',
    });
  });

  it('is its own document as did:jwk', () => {
    const { publicKey } = newKey('ES256');
    const did = `did:jwk:${Buffer.from(JSON.stringify(publicKey.jwk)).toString('base64url')}`;
    const reading = didJwkDocument(did);
    if (!reading.ok) throw new Error(reading.code);
    expect(selectMethod(reading.document, `${did}#0`, 'assertionMethod')).toMatchObject({ ok: true, key: publicKey });
  });

  it('is located by its method, which may be unsupported or malformed', () => {
    expect(locate('did:example:1#a')).toEqual({ kind: 'unsupported', what: 'did:example' });
    expect(locate('did:web:a.example?version=1')).toMatchObject({ kind: 'unsupported' });
    expect(locate('urn:uuid:1')).toEqual({ kind: 'unsupported', what: 'urn' });
    expect(locate('issuer')).toEqual({ kind: 'malformed' });
    expect(locate('did:web:')).toEqual({ kind: 'malformed' });
    expect(locate('https://a.example/i#k')).toEqual({ kind: 'fetch', id: 'https://a.example/i', url: 'https://a.example/i' });
    expect(locate('did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme')).toEqual({ kind: 'unsupported', what: 'key type' });
    expect(didKeyDocument('did:key:abc')).toEqual({ ok: false, code: 'malformed-key' });
  });
});
