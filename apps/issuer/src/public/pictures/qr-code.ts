import encodeQR from 'qr';
import { badgeAt } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import type { Asked } from '../http/asked.js';
import { badgeAddress } from '../layout/addresses.js';

/** GET /credentials/{id}/qr.svg: the address of the badge, for paper. */
export async function getQrCode(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await badgeAt(asked, context, asked.param('file') ?? '');
  if (!found.ok) return found.response;
  const { path, size } = qrPath(badgeAddress(found.badge, context.at));
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
  return publicAnswer({ body, contentType: 'image/svg+xml', cacheControl: CACHE.image });
}

/** A text as the dark modules of a QR code with its quiet zone (ISO/IEC 18004), as an SVG path whose unit is a module. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { border: 4 });
  const path = rows
    .map((row, y) =>
      runsOf(row)
        .map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('');
  return { path, size: rows.length };
}

/** The runs of dark modules in a row: where each begins, and how long it is. */
function runsOf(row: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
