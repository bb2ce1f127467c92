import { quotedText } from '@proofmark/messages';
import { escapeMarkup } from '../public/layout/html.js';
import { plainText } from '../public/layout/plain-text.js';
import { FONT_FAMILY, type FontMetrics } from './font.js';
import { coloursFor } from './palette.js';
import { drawable, type FittedText, fitText } from './text-lines.js';

/** What a generated picture shows. All of it is foreign text. */
export interface BadgeFace {
  /** Decides the colours: the achievement's id. */
  readonly key: string;
  readonly title: string;
  readonly issuer: string;
  /** The host that the badge is issued under. */
  readonly host: string;
  readonly test: boolean;
}

const FONTS = `'${FONT_FAMILY}', Verdana, Geneva, 'Noto Sans', sans-serif`;
const MAX_HOST = 26;
const STAR = 'M256 70l10.6 21.4 23.6 3.5-17.1 16.6 4.1 23.5-21.2-11.1-21.2 11.1 4.1-23.5-17.1-16.6 23.6-3.5z';
const HEXAGON =
  'M256 14q12 0 24 7l172 99q24 14 24 41v190q0 27-24 41l-172 99q-24 14-48 0l-172-99q-24-14-24-41v-190q0-27 24-41l172-99q12-7 24-7z';

/**
 * A badge image for an achievement that has none. It names what the badge says and never claims to be verified: a
 * picture can be copied by anyone.
 *
 * @param fonts `embedded` leaves out what our own fonts cannot draw (for a raster image); `any` trusts the reader's fonts
 */
export function badgeSvg(face: BadgeFace, font: FontMetrics, fonts: 'embedded' | 'any'): string {
  const { deep, bright } = coloursFor(face.key);
  const title = fitText(
    readable(face.title, fonts, font, 'Open Badge'),
    { width: 350, maxLines: 4, sizes: [46, 40, 34, 29, 25, 22, 19] },
    font,
  );
  const issuer = fitText(readable(quotedText(face.issuer), fonts, font, ''), { width: 310, maxLines: 2, sizes: [22, 19, 17, 15] }, font);
  const host = fitText(hostEnd(plainText(face.host)), { width: 190, maxLines: 1, sizes: [15, 13, 11] }, font);
  const label = escapeMarkup(
    `Badge: ${plainText(face.title)}. Its issuer calls itself “${quotedText(face.issuer)}”; check it at ${plainText(face.host)}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512" role="img" aria-label="${label}">
<title>${label}</title>
<defs><linearGradient id="face" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="${bright}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>
<path d="${HEXAGON}" fill="url(#face)"/>
<path d="${HEXAGON}" fill="none" stroke="#ffffff" stroke-opacity="0.55" stroke-width="4" transform="translate(256 256) scale(0.93) translate(-256 -256)"/>
${face.test ? '' : `<path d="${STAR}" fill="none" stroke="#ffffff" stroke-width="6" stroke-linejoin="round"/>`}
<g fill="#ffffff" text-anchor="middle" font-family="${FONTS}">
${lines(title, 256, 248, 'font-weight="700"')}
<path d="M206 348h100" stroke="#ffffff" stroke-opacity="0.6" stroke-width="2"/>
${lines(issuer, 256, 378, 'font-weight="700"')}
${lines({ lines: ['check this badge at'], size: 13 }, 256, 416, '')}
${lines(host, 256, 436, '')}
</g>
${face.test ? testRibbon() : ''}</svg>`;
}

function readable(text: string, fonts: 'embedded' | 'any', font: FontMetrics, instead: string): string {
  const plain = plainText(text);
  if (fonts === 'any') return plain === '' ? instead : plain;
  const kept = drawable(plain, font);
  return kept.share > 0.5 ? kept.text : instead;
}

function lines({ lines, size }: FittedText, x: number, middle: number, attributes: string): string {
  const leading = size * 1.22;
  const first = middle - ((lines.length - 1) * leading) / 2 + size * 0.35;
  return lines
    .map(
      (line, i) => `<text x="${x}" y="${(first + i * leading).toFixed(1)}" font-size="${size}" ${attributes}>${escapeMarkup(line)}</text>`,
    )
    .join('\n');
}

function testRibbon(): string {
  return `<rect x="52" y="84" width="408" height="46" fill="#ffd83d" stroke="#000000" stroke-width="2"/>
<text x="256" y="117" font-family="${FONTS}" font-size="28" font-weight="700" letter-spacing="8" text-anchor="middle" fill="#000000">TEST BADGE</text>
`;
}

// The end of a host says whose it is, so a long one loses its beginning.
function hostEnd(host: string): string {
  return host.length <= MAX_HOST ? host : `…${host.slice(1 - MAX_HOST)}`;
}
