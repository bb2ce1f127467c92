import { lightColour } from '@proofmark/ui/colours';
import { plainText, shorten } from '../public/layout/plain-text.js';
import { FONT_STACK, type FontMetrics } from './font.js';
import { drawable, fitText, svgLines } from './text-lines.js';

/** What the picture of a shared link shows. The texts are foreign, but for the label and the place. */
export interface PreviewFace {
  /** The badge as PNG. */
  readonly badge: Uint8Array;
  /** Null where the badge has no name of its recipient. */
  readonly person: string | null;
  readonly title: string;
  /** What stands between both, or what the badge is now. */
  readonly label: string;
  /** The same without a person. */
  readonly labelAlone: string;
  /** The host, with the name that the issuer gives itself. */
  readonly place: string;
  /** The host alone, for a name that cannot be drawn. */
  readonly host: string;
  /** The badge no longer counts, or never did. */
  readonly doubtful: boolean;
}

/** The size that social networks ask for, in pixels. */
export const PREVIEW = { width: 1200, height: 630 } as const;

/** Characters of one text that have room at the most. */
const MOST = 120;
const [LEFT, ROOM] = [500, 620];
const [PAGE, INK, SOFT, ACCENT, OLD] = [
  lightColour('page'),
  lightColour('ink'),
  lightColour('soft'),
  lightColour('link'),
  lightColour('old'),
];

/** A picture of a badge with its person and its issuer, for link previews. */
export function previewSvg({ badge, person, title, label, labelAlone, place, host, doubtful }: PreviewFace, font: FontMetrics): string {
  const text = (given: string): string | null => drawable(shorten(plainText(given), MOST), font);
  const named = person === null ? '' : (text(person) ?? '');
  const name = fitText(named, { width: ROOM, maxLines: 2, height: 140, sizes: [64, 56, 48, 42] }, font);
  const what = fitText(
    text(title) ?? '',
    { width: ROOM, maxLines: 3, height: 210, sizes: named === '' ? [76, 64, 54, 46] : [58, 50, 44, 40] },
    font,
  );
  const said = fitText(named === '' ? labelAlone : label, { width: ROOM, maxLines: 1, sizes: [30, 26] }, font);
  const from = fitText(text(place) ?? host, { width: ROOM, maxLines: 2, sizes: [30, 27, 24] }, font);
  const line = (size: number) => size * 1.16;
  const heights = [name.lines.length * line(name.size), 54, what.lines.length * line(what.size), 34, from.lines.length * line(from.size)];
  let y = (PREVIEW.height - heights.reduce((sum, height) => sum + height, 0)) / 2;
  const middles = heights.map((height) => {
    y += height;
    return y - height / 2;
  });
  const [nameAt = 0, saidAt = 0, whatAt = 0, , fromAt = 0] = middles;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PREVIEW.width}" height="${PREVIEW.height}" viewBox="0 0 ${PREVIEW.width} ${PREVIEW.height}">
<rect width="${PREVIEW.width}" height="${PREVIEW.height}" fill="${PAGE}"/>
<rect width="${PREVIEW.width}" height="14" fill="${doubtful ? OLD : ACCENT}"/>
<image x="70" y="135" width="360" height="360"${doubtful ? ' opacity="0.45"' : ''} href="data:image/png;base64,${Buffer.from(badge).toString('base64')}"/>
<g font-family="${FONT_STACK}" font-weight="700" fill="${INK}">
${svgLines(name, { x: LEFT, middle: nameAt }, font)}
<g fill="${doubtful ? OLD : SOFT}">${svgLines(said, { x: LEFT, middle: saidAt }, font)}</g>
${svgLines(what, { x: LEFT, middle: whatAt }, font)}
<g fill="${ACCENT}">${svgLines(from, { x: LEFT, middle: fromAt }, font)}</g>
</g>
</svg>
`;
}
