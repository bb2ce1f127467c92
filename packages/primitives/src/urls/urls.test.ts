import { expect, it } from 'vitest';
import { hostOf, isUrl, parseUrl } from './urls.js';

it('reads an absolute address, and a relative one with its base', () => {
  expect(parseUrl('https://acme.example/a b')?.href).toBe('https://acme.example/a%20b');
  expect(parseUrl('../x', 'https://acme.example/a/b')?.href).toBe('https://acme.example/x');
});

it.each(['', 'acme', '/path', 'https://', 'https://a b/', 'https://[::1'])('answers null for %j', (text) => {
  expect(parseUrl(text)).toBeNull();
  expect(isUrl(text)).toBe(false);
});

it('answers the same for the thousandth address with a letter beyond ASCII', () => {
  const answers = new Set<boolean>();
  for (let run = 0; run < 50_000; run++) {
    isUrl(`https://acme.example/${run % 7}`);
    answers.add(isUrl('https://bücher.example/'));
  }
  expect([...answers]).toEqual([true]);
});

it('gives the host of an address with its port, and the empty text for what is no address', () => {
  expect(['https://Bücher.example/a', 'http://localhost:3000/b', 'did:web:acme.example', 'acme'].map(hostOf)).toEqual([
    'xn--bcher-kva.example',
    'localhost:3000',
    '',
    '',
  ]);
});
