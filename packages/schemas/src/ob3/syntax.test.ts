import { describe, expect, it } from 'vitest';
import { addressForm, isCompactJws, isListIndex } from './syntax.js';
import { isInVocabulary } from './vocabularies.js';

describe('addressForm', () => {
  it.each([
    'https://a.example/x?y=%20#z',
    'did:web:a.example:issuers:acme#z6Mk',
    'urn:uuid:1',
    'data:image/png;base64,AA==',
    'swh:1:rev:0;origin=https://a',
    'mailto:a@example.com',
  ])('%s is a URI', (text) => {
    expect(addressForm(text)).toBe('uri');
  });
  it.each(['https://bücher.example/', 'https://a.example/100%'])('%s is only an IRI', (text) => {
    expect(addressForm(text)).toBe('iri');
  });
  it.each(['', 'a', '/a', '#a', 'https:', 'https:a', 'http://', 'https://a b', 'urn:a b', '_:b0', '1a:b', 'a:', 'urn:<a>', 'urn:a\n'])(
    '%j is neither',
    (text) => {
      expect(addressForm(text)).toBe('none');
    },
  );
});

it('isListIndex takes plain base-10 numbers', () => {
  expect(['0', '7', '94567'].every(isListIndex)).toBe(true);
  expect(['', '-1', '01', '1.0', '1e3', '0x1', '9007199254740993', ' 1'].some(isListIndex)).toBe(false);
});

it('isCompactJws looks at the form alone', () => {
  expect(['a.b.c', 'a..c'].every(isCompactJws)).toBe(true);
  expect(['a.b', 'a.b.c.d', '.b.c', 'a.b.', 'a.b=.c'].some(isCompactJws)).toBe(false);
});

it('isInVocabulary opens only those vocabularies that are extensible', () => {
  expect(isInVocabulary('achievementType', 'ext:Medal')).toBe(true);
  expect(isInVocabulary('resultStatus', 'ext:Medal')).toBe(false);
  expect(isInVocabulary('achievementType', 'xext:Medal')).toBe(false);
  expect(isInVocabulary('constructor', 'x')).toBe(false);
});
