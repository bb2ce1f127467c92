import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullBadge, withValue } from './badge.fixture.js';
import { checkSchema } from './check.js';
import { classNames, documentClassOf } from './classes.js';

describe('checkSchema, with hostile input', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom(...classNames()), (value, name) => {
        checkSchema(value, name, 'read');
        checkSchema(value, name, 'issue');
        documentClassOf(value);
      }),
    );
  });
  it('never throws for a change in any one place of a badge', () => {
    const paths = [
      '/id',
      '/type',
      '/@context',
      '/issuer',
      '/credentialSubject',
      '/credentialSubject/result',
      '/evidence',
      '/credentialStatus',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        checkSchema(withValue(path, value), 'AchievementCredential');
      }),
    );
  });
  it('refuses deep nesting before it walks the document', () => {
    const deep = JSON.parse(`${'{"evidence":['.repeat(20_000)}1${']}'.repeat(20_000)}`);
    expect(checkSchema(deep, 'AchievementCredential').violations).toMatchObject([{ code: 'too-deep' }]);
  });
  it('treats members with the names of prototype properties as unknown ones', () => {
    const badge = JSON.parse(
      JSON.stringify(fullBadge()).replace('"name":"Report"', '"name":"Report","__proto__":{"id":1},"constructor":1'),
    );
    expect(checkSchema(badge, 'AchievementCredential').violations).toEqual([]);
    expect(checkSchema(badge, 'AchievementCredential', 'issue').violations.map(({ code }) => code)).toEqual([
      'unknown-property',
      'unknown-property',
    ]);
    const inherited = Object.create(fullBadge()) as unknown;
    expect(checkSchema(inherited, 'AchievementCredential').violations).not.toEqual([]);
  });
  it('refuses half a surrogate pair or a NUL anywhere', () => {
    for (const text of ['a\ud800b', '\udc00', 'a\0b']) {
      expect(checkSchema(withValue('/evidence/0/name', text), 'AchievementCredential').violations).toMatchObject([
        { code: 'malformed-text' },
      ]);
      expect(checkSchema(withValue('/unheard', { [text]: 1 }), 'AchievementCredential').violations).toMatchObject([
        { pointer: '/unheard', code: 'malformed-text' },
      ]);
    }
    expect(checkSchema(withValue('/evidence/0/name', '😀'), 'AchievementCredential').violations).toEqual([]);
  });
  it('gives a bounded answer without payload for a thousand mistakes', () => {
    const secret = 'hunter2';
    const evidence = Array.from({ length: 1000 }, () => ({ type: secret, name: 5 }));
    const { violations } = checkSchema(withValue('/evidence', evidence), 'AchievementCredential');
    expect(violations).toHaveLength(100);
    expect(JSON.stringify(violations)).not.toContain(secret);
  });
  it('reads megabytes in one address in little time', () => {
    const image = { id: `data:image/png;base64,${'A'.repeat(8_000_000)}`, type: 'Image' };
    expect(checkSchema(withValue('/image', image), 'AchievementCredential').violations).toEqual([]);
    expect(
      checkSchema(withValue('/id', `https://a.example/${'%'.repeat(2_000_000)}`), 'AchievementCredential', 'issue').violations,
    ).toMatchObject([{ code: 'not-a-uri' }]);
  });
});
