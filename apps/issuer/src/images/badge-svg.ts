import { quotedText } from '@proofmark/messages';
import { BADGE_SHAPES, type BadgeShape } from '@proofmark/schemas/api';
import { plainText, shorten } from '../public/layout/plain-text.js';
import type { Hex } from './contrast.js';
import { FONT_STACK, type FontMetrics } from './font.js';
import { type Colours, coloursFor, coloursFrom, numberOf } from './palette.js';
import { sizeOfPng } from './png.js';
import { OUTLINES } from './shapes.js';
import { drawable, escapeSvgText, fitText, svgLines, svgText } from './text-lines.js';

/** How an issuer wants its generated pictures. What is not chosen follows from the issuer and the achievement. */
export interface DrawnDesign {
  readonly shape?: BadgeShape | undefined;
  readonly colour?: Hex | undefined;
  /** A PNG. */
  readonly logo?: Uint8Array | undefined;
}

/** What a generated picture shows. All of it is foreign text. */
export interface BadgeFace {
  /** Decides the outline where none is chosen: the achievement's id. */
  readonly key: string;
  readonly title: string;
  readonly issuer: string;
  /** The host that the badge is issued under. */
  readonly host: string;
  readonly test: boolean;
  readonly design?: DrawnDesign | undefined;
}

/** At 96 pixels, the smallest of these is 9 pixels high. What would have to be smaller is cut. */
const SIZES = [92, 80, 70, 62, 55, 48];
/** Characters that have room at the most. */
const MOST = 100;
/** The most that a logo and its plate take, and the edge of the plate, in a picture of 512 by 512. */
const LOGO = { width: 264, height: 112, edge: 14 };

/** The colours of a picture: those of the issuer, the same on all of its badges. */
export function coloursOf({ host, issuer, design }: Pick<BadgeFace, 'host' | 'issuer' | 'design'>): Colours {
  return design?.colour === undefined ? coloursFor(`${host} ${issuer}`) : coloursFrom(design.colour);
}

/**
 * A badge image for an achievement that has none. It shows the title and the logo, large enough to be read at 96 pixels, and no smaller text. It never
 * claims to be verified: a picture can be copied by anyone.
 *
 * @param fonts `embedded` leaves out what our own fonts cannot draw (for a raster image); `any` trusts the reader's fonts
 */
export function badgeSvg(face: BadgeFace, font: FontMetrics, fonts: 'embedded' | 'any'): string {
  const { design = {}, test } = face;
  const { deep, bright, text } = coloursOf(face);
  const shape = design.shape ?? BADGE_SHAPES[numberOf(face.key) % BADGE_SHAPES.length] ?? 'hexagon';
  const { path, middle, width, height } = OUTLINES[shape];
  const top = design.logo === undefined ? 0 : LOGO.height + 12;
  const title = fitText(readable(face.title, fonts, font), { width, maxLines: 4, height: height - top, sizes: SIZES }, font);
  const label = escapeSvgText(
    `Badge: ${plainText(face.title)}. Its issuer calls itself “${quotedText(face.issuer)}”; check it at ${plainText(face.host)}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512" role="img" aria-label="${label}">
<title>${label}</title>
<defs><linearGradient id="face" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="${bright}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>
<path d="${path}" fill="url(#face)"/>
<path d="${path}" fill="none" stroke="${text}" stroke-opacity="0.45" stroke-width="5" transform="translate(256 256) scale(0.925) translate(-256 -256)"/>
${design.logo === undefined ? '' : logoPlate(design.logo, middle - height / 2 - 24)}
<g fill="${text}" text-anchor="middle" font-family="${FONT_STACK}" font-weight="700">
${(fonts === 'any' ? svgText : svgLines)(title, { x: 256, middle: middle + top / 2, anchor: 'middle' }, font)}
</g>
${test ? TEST_RIBBON : ''}</svg>`;
}

function readable(text: string, fonts: 'embedded' | 'any', font: FontMetrics): string {
  const plain = plainText(text);
  if (fonts === 'any') return plain === '' ? 'Open Badge' : plain;
  return drawable(shorten(plain, MOST), font) ?? 'Open Badge';
}

/** On a plate of white: a logo is made for paper, and would be lost on its own colour. The plate is as wide as the logo needs. */
function logoPlate(png: Uint8Array, y: number): string {
  const { width, height } = sizeOfPng(png);
  const { edge } = LOGO;
  const scale = Math.min((LOGO.width - 2 * edge) / width, (LOGO.height - 2 * edge) / height);
  const [inner, high] = [Math.max(width * scale, LOGO.height - 2 * edge), LOGO.height - 2 * edge];
  const data = Buffer.from(png).toString('base64');
  return `<rect x="${(256 - inner / 2 - edge).toFixed(1)}" y="${y}" width="${(inner + 2 * edge).toFixed(1)}" height="${LOGO.height}" rx="22" fill="#ffffff"/>
<image x="${(256 - inner / 2).toFixed(1)}" y="${y + edge}" width="${inner.toFixed(1)}" height="${high}" href="data:image/png;base64,${data}"/>`;
}

const TEST_RIBBON = `<rect x="36" y="400" width="440" height="72" rx="8" fill="#ffd83d" stroke="#000000" stroke-width="3"/>
<text x="256" y="453" font-family="${FONT_STACK}" font-size="50" font-weight="700" letter-spacing="14" text-anchor="middle" fill="#000000">TEST</text>
`;
