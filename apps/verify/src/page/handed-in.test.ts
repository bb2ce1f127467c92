import { describe, expect, it } from 'vitest';
import { lookAtFile, lookAtText } from './handed-in.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what was pasted', () => {
  it.each([
    ['  {"@context": []}\n', 'json'],
    ['\ufeff{"a":1}', 'json'],
    ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln', 'jwt'],
    ['<?xml version="1.0"?>\n<!-- made by x --><svg xmlns="http://www.w3.org/2000/svg"></svg>', 'svg'],
    ['https://badges.example/credentials/1', 'link'],
    ['Have a look: https://badges.example/credentials/1.', 'link'],
  ])('%j is taken as %s', (text, kind) => {
    expect(lookAtText(text).kind).toBe(kind);
  });

  it('takes the link out of its sentence', () => {
    expect(lookAtText('(see https://badges.example/c/1)')).toMatchObject({
      input: { url: 'https://badges.example/c/1' },
      found: 'a link to badges.example',
    });
  });

  it.each([
    ['', 'nothing to check'],
    ['https://a.example/1 and https://b.example/2', '2 links'],
    ['https://www.linkedin.com/in/someone/', 'Show credential'],
    ['I have a badge in web design', 'No badge and no link'],
    ['<html><body>Badge</body></html>', 'No badge and no link'],
  ])('%j is answered with what would work', (text, words) => {
    const seen = lookAtText(text);
    expect('problem' in seen ? seen.problem : '').toContain(words);
  });
});

describe('which file was chosen', () => {
  it('goes by its content', () => {
    expect(lookAtFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])).kind).toBe('png');
    expect(lookAtFile(bytes('{"type":[]}')).kind).toBe('json');
  });

  it.each([
    ['a PDF', bytes('%PDF-1.7')],
    ['a photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['an archive', bytes('PK\u0003\u0004')],
    ['an empty file', new Uint8Array()],
    ['broken text', new Uint8Array([0x7b, 0xff, 0xfe])],
    ['a text with NUL in it', bytes('{\u0000}')],
  ])('%s is answered and not checked', (_name, file) => {
    expect('problem' in lookAtFile(file)).toBe(true);
  });
});
