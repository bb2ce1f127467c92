// Pictures: many chunks, bombs, deep and endless markup.
import { deflateSync, gzipSync } from 'node:zlib';
import { bakePng, bakeSvg } from '@proofmark/credentials';
import { badge, range, withAchievement } from './badge.mjs';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const TABLE = range(256, (n) => range(8).reduce((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n));
const crc = (bytes) => (bytes.reduce((c, byte) => TABLE[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

export function chunk(type, data = Buffer.alloc(0), { length = data.length, checksum = true } = {}) {
  const covered = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(length);
  tail.writeUInt32BE(checksum ? crc(covered) : 0);
  return Buffer.concat([head, covered, tail]);
}

export const header = (width = 1, height = 1) => {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return chunk('IHDR', data);
};
export const png = (chunks = []) => new Uint8Array(Buffer.concat([SIGNATURE, header(), ...chunks, chunk('IEND')]));
const iTXt = (text, compressed = false, keyword = 'openbadgecredential') =>
  chunk(
    'iTXt',
    Buffer.concat([
      Buffer.from(`${keyword}\0${compressed ? '\x01' : '\0'}\0\0\0`, 'latin1'),
      compressed ? deflateSync(text) : Buffer.from(text),
    ]),
  );
const zTXt = (data) => chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0', 'latin1'), data]));

const bytes = (name, make) => ({ name, kind: 'pictures', make: async () => ({ input: { bytes: make() } }) });
const text = (name, make) => ({ name, kind: 'pictures', make: async () => ({ input: { text: make() } }) });

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const svg = (inside, attributes = '') => `<svg ${SVG} ${attributes}>${inside}</svg>`;
const many = (count, part) => range(count, typeof part === 'function' ? part : () => part).join('');
const tags = () => JSON.stringify(withAchievement({ tag: range(40_000, (i) => `t${i}`) }));

export const PICTURES = [
  bytes('a PNG whose iTXt unfolds to 200 MB', () => png([iTXt(Buffer.alloc(200 * 1024 * 1024, 32), true)])),
  bytes('a PNG whose zTXt unfolds to 200 MB', () => png([zTXt(deflateSync(Buffer.alloc(200 * 1024 * 1024)))])),
  bytes('a PNG with 7000 iTXt bombs of 1 MB', () => {
    const one = iTXt(Buffer.alloc(1024 * 1024, 32), true);
    return png(range(7_000, () => one));
  }),
  bytes('a PNG with 19990 chunks', () => {
    const one = chunk('tEXt', Buffer.from('a\0b'));
    return png(range(19_990, () => one));
  }),
  bytes('a PNG with 600000 empty chunks', () => {
    const one = chunk('abCd');
    return png(range(600_000, () => one));
  }),
  bytes('a PNG with one chunk of 7 MB of text', () => png([iTXt('x'.repeat(7_000_000))])),
  bytes('a PNG with a keyword that does not end', () => png([chunk('iTXt', Buffer.alloc(7_000_000, 97))])),
  bytes('a PNG with a translated keyword of 7 MB', () =>
    png([chunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0\0en\0'), Buffer.alloc(7_000_000, 97)]))]),
  ),
  bytes('a PNG with a chunk that says that it has 2 GB', () => png([chunk('iTXt', Buffer.alloc(9), { length: 0x7fffffff })])),
  bytes('a PNG with a badge with 40000 tags', () => png([iTXt(tags())])),
  bytes('a PNG with 2000 badges', () => png(range(2_000, () => iTXt(JSON.stringify(badge()))))),
  bytes('a baked PNG with 7 MB behind its end', () => {
    const baked = bakePng(png(), { kind: 'json', text: JSON.stringify(badge()) });
    return new Uint8Array(Buffer.concat([baked.png, Buffer.alloc(7_000_000)]));
  }),
  bytes(
    'a PNG of 100000 by 100000',
    () => new Uint8Array(Buffer.concat([SIGNATURE, header(100_000, 100_000), chunk('IDAT', deflateSync(Buffer.alloc(9))), chunk('IEND')])),
  ),
  bytes('a gzip of 200 MB', () => new Uint8Array(gzipSync(Buffer.alloc(200 * 1024 * 1024)))),
  bytes('a PDF with 200000 objects', () => Buffer.from(`%PDF-1.7\n${many(200_000, (i) => `${i} 0 obj<<>>endobj\n`)}`)),
  bytes('7 MB of bytes that are no UTF-8', () => new Uint8Array(7_000_000).fill(0xff)),
  bytes('7 MB of UTF-16', () => Buffer.from(`\ufeff<svg>${' '.repeat(3_500_000)}`, 'utf16le')),
  text('an SVG with 100000 elements inside of each other', () => svg(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`)),
  text('an SVG with 300000 open elements', () => `<svg ${SVG}>${'<g>'.repeat(300_000)}`),
  text('an SVG with 900000 open angle brackets', () => `<svg ${SVG}>${'<'.repeat(900_000)}`),
  text('an SVG with 100000 attributes', () =>
    svg(
      '',
      many(100_000, (i) => ` a${i}="b"`),
    ),
  ),
  text('an SVG with 100000 times the same attribute', () => svg('', ' a="b"'.repeat(100_000))),
  text('an SVG with 100000 namespaces', () =>
    svg(
      '',
      many(60_000, (i) => ` xmlns:n${i}="urn:x"`),
    ),
  ),
  text('an SVG with 3000 nested namespaces', () => svg(`${many(3_000, (i) => `<g xmlns:n${i}="urn:x:${i}">`)}${'</g>'.repeat(3_000)}`)),
  text('an SVG with a tag of 900000 spaces', () => `<svg ${SVG}${' '.repeat(900_000)}`),
  text('an SVG with a tag of 900000 spaces and an end', () => `<svg ${SVG}${' '.repeat(900_000)}/ >`),
  text('an SVG with an attribute of 900000 equals signs', () => `<svg ${SVG} a${'='.repeat(900_000)}>`),
  text('an SVG with 200000 comments', () => svg('<!---->'.repeat(120_000))),
  text('an SVG with 100000 comments that do not end', () => `<svg ${SVG}>${'<!--'.repeat(200_000)}`),
  text('an SVG with 100000 CDATA sections that do not end', () => `<svg ${SVG}>${'<![CDATA['.repeat(100_000)}`),
  text('an SVG with 100000 processing instructions that do not end', () => `<svg ${SVG}>${'<?x'.repeat(300_000)}`),
  text('an SVG with 900000 spaces before it', () => `${' '.repeat(900_000)}${svg('')}`),
  text(
    'an SVG with a document type with ten levels of entities',
    () =>
      `<!DOCTYPE svg [<!ENTITY a0 "x">${many(10, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`)}]>${svg('<openbadges:credential verify="&a10;"/>')}`,
  ),
  text('an SVG with a document type of 900000 brackets', () => `<!DOCTYPE svg ${'['.repeat(900_000)}`),
  text('an SVG with a document type of 300000 declarations', () => `<!DOCTYPE svg [${'<!x '.repeat(220_000)}`),
  text('an SVG whose badge has 300000 entities', () => svg(`<openbadges:credential>{${'&amp;'.repeat(180_000)}}</openbadges:credential>`)),
  text('an SVG whose badge has 200000 CDATA sections', () =>
    svg(`<openbadges:credential>${'<![CDATA[{]]>'.repeat(70_000)}</openbadges:credential>`),
  ),
  text('an SVG whose badge is 100000 elements deep', () => svg(`<openbadges:credential>${'<g>'.repeat(200_000)}</openbadges:credential>`)),
  text('an SVG with 20000 badges', () => svg('<openbadges:credential verify="a.b.c"/>'.repeat(20_000))),
  text('an SVG whose badge has 900000 spaces as its address', () => svg(`<openbadges:credential verify="${' '.repeat(900_000)}"/>`)),
  text('an SVG whose badge has 450000 pairs of letter and dot', () => svg(`<openbadges:credential verify="${'a.'.repeat(450_000)}"/>`)),
  text(
    'an SVG with a badge with 40000 tags',
    () => bakeSvg(svg('').replace(' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"', ''), { kind: 'json', text: tags() }).svg,
  ),
];
