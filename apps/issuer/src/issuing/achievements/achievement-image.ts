import { isPng } from '@proofmark/credentials';
import { decodeBase64url, decodeUtf8Document } from '@proofmark/primitives';
import type { StoredImage } from '../../store/index.js';

const MAX_BYTES = 512 * 1024;
const MAX_SIDE = 4096;
const DATA_URI = /^data:(image\/png|image\/svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/;

// An SVG is served under a policy that runs nothing and loads nothing; what only an attack needs is refused as well.
const FORBIDDEN_IN_SVG: readonly RegExp[] = [
  /<!DOCTYPE/i,
  /<!ENTITY/i,
  /<\?xml-stylesheet/i,
  /<(?:[^\s<>/:]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|audio|video|animate\w*|set|use|feImage|link|meta)[\s>/]/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /(?:javascript|vbscript|data)\s*:/i,
  /href\s*=\s*["'](?!#)/i,
  /@import/i,
  /image-set\s*\(/i,
  // Letters of CSS written by their number, which would hide the words above; elements of HTML, which load in ways of their own.
  /\\[0-9a-f]/i,
  /1999\/xhtml/i,
  /url\(\s*["']?(?!["'\s]*#)/i,
  /&#/,
];

/** What the image of an achievement turned out to be. */
export type ImageReading =
  | { readonly ok: true; readonly image: StoredImage }
  | { readonly ok: false; readonly code: 'not-an-image' | 'too-long' | 'not-allowed'; readonly detail: string };

/**
 * Reads the data URI of a PNG or SVG: at most 512 KiB, at most 4096 pixels a side, and what it says it is.
 * An SVG with scripts, events, animation, links or anything from elsewhere is refused, not repaired.
 */
export function readImage(dataUri: string): ImageReading {
  const [, mediaType, base64] = DATA_URI.exec(dataUri) ?? [];
  if (base64 === undefined)
    return { ok: false, code: 'not-an-image', detail: 'is not a base64 data URI of a PNG or SVG (data:image/png;base64,…)' };
  const bytes = decodeBase64url(
    base64
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, ''),
  );
  if (bytes === null) return { ok: false, code: 'not-an-image', detail: 'is not valid base64 (RFC 4648, 4) after `base64,`' };
  if (bytes.length > MAX_BYTES) return { ok: false, code: 'too-long', detail: 'is larger than 512 KiB: send a smaller picture' };
  return mediaType === 'image/png' ? readPng(bytes) : readSvg(bytes);
}

function readPng(bytes: Uint8Array): ImageReading {
  if (!isPng(bytes) || bytes.length < 57)
    return { ok: false, code: 'not-an-image', detail: 'is not a PNG, though it says so: send a PNG, or an SVG as data:image/svg+xml' };
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
    return { ok: false, code: 'not-allowed', detail: `is not between 1 and ${MAX_SIDE} pixels wide and high` };
  return { ok: true, image: { mediaType: 'image/png', bytes } };
}

function readSvg(bytes: Uint8Array): ImageReading {
  const text = decodeUtf8Document(bytes)?.trim();
  if (text === undefined || !/^<svg[\s>]/.test(withoutProlog(text)) || !/(?:<\/svg>|\/>)$/.test(text))
    return { ok: false, code: 'not-an-image', detail: 'is not an SVG in UTF-8 without a DOCTYPE' };
  if (FORBIDDEN_IN_SVG.some((pattern) => pattern.test(text)))
    return {
      ok: false,
      code: 'not-allowed',
      detail: 'holds scripts, events, animation, links or something from elsewhere: leave these out, and draw with shapes and text alone',
    };
  return { ok: true, image: { mediaType: 'image/svg+xml', bytes } };
}

/** The text from its root element on: XML declaration (UTF-8 only) and comments before it are skipped. */
function withoutProlog(text: string): string {
  let rest = text;
  const declaration = /^<\?xml\s[^>]{0,200}\?>/.exec(rest)?.[0];
  if (declaration !== undefined) {
    if (/encoding/.test(declaration) && !/encoding\s*=\s*["']utf-8["']/i.test(declaration)) return '';
    rest = rest.slice(declaration.length).trimStart();
  }
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}
