import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { unpack, wordText } from './from-archive.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An archive whose directory states another size for each file. */
function saying(size: number, files: Record<string, Uint8Array>): Uint8Array {
  const zip = zipSync(files);
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at < zip.length - 28; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return zip;
}

it('leaves out folders and the hidden files of operating systems', () => {
  const zip = zipSync({ 'a/b.json': bytes('{}'), 'a/': new Uint8Array(), '.DS_Store': bytes('x'), '__MACOSX/a/._b.json': bytes('x') });
  expect(unpack(zip)?.map(({ name }) => name)).toEqual(['a/b.json']);
});

it('unpacks no file that is larger than its stated size', () => {
  const files = unpack(saying(10, { 'bomb.json': new Uint8Array(500_000) }));
  expect(files === null || files.every((file) => file.bytes.length <= 10)).toBe(true);
});

it('leaves out a file that is too large, and refuses archives of more than a folder holds', () => {
  expect(unpack(saying(20_000_001, { 'large.json': bytes('{}') }))).toEqual([]);
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}.json`, bytes('{}')]));
  expect(unpack(zipSync(many))).toBeNull();
  const heavy = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}.json`, bytes('{}')]));
  expect(unpack(saying(19_000_000, heavy))).toBeNull();
});

it('returns null for what is no archive', () => {
  expect(unpack(bytes('PK\x03\x04 and no more'))).toBeNull();
});

it('reads text and links of a Word document, entities once', () => {
  const files = [
    { name: 'word/document.xml', bytes: bytes('<w:p><w:t>Ada &amp;amp; &lt;co&gt;</w:t></w:p><w:p><w:t>two</w:t></w:p>') },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: bytes('<Relationship Target="https://a.example/?a=1&amp;b=2"/><Relationship Target="styles.xml"/>'),
    },
  ];
  expect(wordText(files)).toBe('Ada &amp; <co>\ntwo\n\nhttps://a.example/?a=1&b=2');
  expect(wordText([{ name: 'badge.json', bytes: bytes('{}') }])).toBeNull();
});
