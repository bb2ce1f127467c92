// Pages, style sheets, narratives, tables, pictures and documents around the work.
import { deflateSync } from 'node:zlib';
import { bakeSvg, unbakeSvg } from '@proofmark/credentials';
import { readEvidenceReport, readWorkLog, sniffMediaType, withoutMetadata } from '@proofmark/evidence';
import { decodeUtf8Document, readJson } from '@proofmark/primitives';
import { toAllowedHtml } from '../../../apps/issuer/dist/capturing/allowed-html.js';
import { cleanHtml } from '../../../apps/issuer/dist/capturing/clean-html.js';
import { NOTHING, readCss } from '../../../apps/issuer/dist/capturing/css.js';
import { decodePage, decodeSheet } from '../../../apps/issuer/dist/capturing/decode-text.js';
import { parseHtml, TooComplex } from '../../../apps/issuer/dist/capturing/parse-html.js';
import { columnOf, planColumns } from '../../../apps/issuer/dist/issuing/issuance-jobs/columns/columns.js';
import { guardedLine, unguarded } from '../../../apps/issuer/dist/issuing/issuance-jobs/formula-guard.js';
import { splitLinks } from '../../../apps/issuer/dist/issuing/issuance-jobs/reading/split-links.js';
import { markdown } from '../../../apps/issuer/dist/public/layout/markdown.js';
import { readUpload } from '../../../apps/issuer/dist/tables/read-upload.js';
import { png } from '../../corpus/worst/index.mjs';

const ADDRESS = 'https://page.example/a/b';

/** What runs, or asks another host, in markup that a sanitiser wrote: it escapes every `<` and `"` of texts and of values. */
const ACTIVE =
  /<(?:script|iframe|object|embed|link|base)[\s>/]|<[^>]*\s(?:on\w+|srcset)\s*=|<[^>]*\s(?:src|href|action)\s*=\s*"?\s*(?:javascript|vbscript|file):/i;

async function page(bytes) {
  try {
    const document = await parseHtml(decodePage(bytes));
    const { customElements } = cleanHtml(document, ADDRESS);
    const out = toAllowedHtml(document, customElements);
    if (
      ACTIVE.test(out.replaceAll(/>[^<]*</g, '><').replaceAll(/="[^"]*"/g, (value) => (/^="\s*javascript:/i.test(value) ? value : '=""')))
    )
      return 'a page that runs';
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
  }
  return null;
}

function sheet(bytes) {
  const css = decodeSheet(bytes);
  const still = readCss(css).map((part) => (typeof part === 'string' ? part : part.as === 'image' ? NOTHING : ''));
  const left = readCss(still.join('')).filter((part) => typeof part !== 'string' && part.url.trim() !== 'data:,');
  return left.length === 0 ? null : `asks for ${left[0].url}`;
}

function narrative(text) {
  const html = String(markdown(text));
  return ACTIVE.test(html.replaceAll(/>[^<]*</g, '><')) ? 'a narrative that runs' : null;
}

async function table(bytes) {
  let ended = false;
  for await (const part of readUpload('csv', inHalves(bytes), (name) => columnOf(name) !== null)) {
    if (ended) return 'something after a problem';
    ended = part.kind === 'problem';
    if (part.kind === 'header') planColumns(part.cells, { columns: {}, extraColumns: 'refuse' });
    for (const [, cells] of part.kind === 'rows' ? part.rows : []) {
      if (/(?:^|,)"?[=+@]/.test(guardedLine(cells.map((cell) => cell.replaceAll(/["',]/g, ''))))) return 'a formula';
      const links = cells.flatMap((cell) => splitLinks(unguarded(cell)));
      if (links.some((link) => /\s|^[,;]|[,;]$/.test(link))) return 'a link with what separates links';
    }
  }
  return null;
}

async function* inHalves(bytes) {
  const middle = bytes.length >> 1;
  yield bytes.subarray(0, middle);
  yield bytes.subarray(middle);
}

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
function picture(bytes) {
  sniffMediaType(bytes);
  for (const type of PICTURES) {
    const clean = withoutMetadata(bytes, type);
    if (clean === null) continue;
    const again = withoutMetadata(clean, type);
    if (again === null || Buffer.compare(again, clean) !== 0) return `another ${type} the second time`;
  }
  return null;
}

const RULES = { maxLength: 100_000, maxDepth: 48, maxValues: 10_000, refuseNul: true, refuseProto: true };
function json(bytes) {
  const text = decodeUtf8Document(bytes);
  if (text === null) return null;
  const read = readJson(text, RULES);
  if (read.ok && JSON.stringify(read.json) !== JSON.stringify(JSON.parse(text))) return 'another value than the language reads';
  const value = read.ok ? read.json : undefined;
  if (value !== undefined) [readEvidenceReport, readWorkLog].forEach((reading) => void reading(value));
  return null;
}

function svg(text) {
  const found = unbakeSvg(text);
  if (!found.ok) return null;
  const again = bakeSvg(text, { kind: 'json', text: '{"a":"]]>&<"}' });
  const read = again.ok ? unbakeSvg(again.svg) : null;
  return read === null || (read.ok && read.text.trim() === '{"a":"]]>&<"}') ? null : 'another badge than was baked';
}

const bytes = (text) => new Uint8Array(Buffer.from(text, 'utf8'));
const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', { kind: 'json', text: '{"a":1}' }).svg;
const chunk = (type, data) => Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(type), data, Buffer.alloc(4)]);
const told = Buffer.concat([
  Buffer.from(png()).subarray(0, 33),
  chunk('tEXt', Buffer.from('Comment\0secret-place')),
  Buffer.from(png()).subarray(33),
]);
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 20]),
  Buffer.from('Exif\0\0secret-place'),
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]),
]);
const webp = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WEBPVP8L\x04\0\0\0abcdEXIF\x0c\0\0\0secret-place', 'latin1')]);
const gif = Buffer.concat([
  Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'),
  Buffer.from('!\xfe\x0csecret-place\0', 'latin1'),
  Buffer.from(',\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1'),
]);

export const PAGES = [
  {
    name: 'page',
    check: page,
    seeds: [
      '<!doctype html><html><head><base href="/x/"><link rel=stylesheet href=a.css><style>a{background:url(b)}</style></head><body onload=x()><a href="javascript:x">x</a><img src=a.png srcset="b 2x"><svg><use href="#a"/><script>x</script></svg><math><annotation-xml encoding="text/html"><p>x</annotation-xml></math></body>',
      '<table><tr><td><a><b><p><a><i>x</table><noscript><img src=x onerror=y></noscript><template><p></template><form action="javascript:x"><select><option>',
      '<p>\ufeff<my-element is="x" style="background:url(//a.example)">é</my-element><iframe srcdoc="<p>"></iframe><xmp><script></xmp>',
    ].map(bytes),
  },
  {
    name: 'sheet',
    check: sheet,
    seeds: [
      '@charset "utf-8";@import url(a.css) screen;@namespace a url(b);@font-face{src:url(c)}a{background:url("d") image-set("e" 1x);content:"\\75rl(f)"}/*x*/',
      '@media x{a{b:u\\72l(https://a.example)}}<!-- a{b:url( c )}-->',
    ].map(bytes),
  },
  {
    name: 'markdown',
    check: narrative,
    seeds: [
      '# A\n\n* b [c](https://a.example "t") ![d](e)\n> *f* **g** `h`\n\n```\ni\n```\n<script>j</script>\n\n1. k\n\n[l]: javascript:m\n[l]',
      '[a](<javascript:b>) <b onclick=c> &lt;img src=x onerror=y&gt; **',
    ],
  },
  {
    name: 'csv',
    check: table,
    seeds: [
      'email;name;evidence\r\nada@learner.example;"Ada ""A"" Example";https://a.example/1, https://a.example/2\r\n',
      'sep=,\nemail,evidence,\n=1+1@a.example,swh:1:dir:x;origin=y,\n',
      'did\temail\ndid:key:z\t"a\nb"\n',
    ].map(bytes),
  },
  { name: 'picture', check: picture, seeds: [told, jpeg, webp, gif].map((each) => new Uint8Array(each)) },
  {
    name: 'json',
    check: json,
    seeds: [
      '{"a":[1,2.5e3,"\\u00e9\\ud83d\\ude00",null,true],"b":{"c":"d"}}',
      '{"type":"EvidenceReport","items":[{"id":"https://a.example","others":["x"],"pin":"none"}]}',
    ].map(bytes),
  },
  {
    name: 'svg',
    check: svg,
    seeds: [
      baked,
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential verify="a.b.c"/><!-- x --></svg>',
    ],
  },
  {
    name: 'inflate',
    check: (data) => (withoutMetadata(data, 'image/png') === undefined ? 'no answer' : null),
    seeds: [new Uint8Array(deflateSync('x'))],
  },
];
