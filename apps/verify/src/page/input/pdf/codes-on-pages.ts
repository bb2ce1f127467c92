import type { PdfDocument, PdfPage } from 'unpdf/pdfjs';
import { decodeQr } from '../qr/decode-qr.js';
import { findCode } from '../qr/find-code.js';
import type { PagesSeen, PdfGap } from './read-pdf.js';

/** A certificate is a page or two. */
const MAX_DRAWN = 8;
/** The longer edge of a drawn page in pixels: enough for a code of 2 cm on a sheet of A4. */
const EDGE = 2200;
/** A small page is not drawn larger than so many times its size. */
const MAX_SCALE = 4;
/** On a page that has to be drawn smaller than this, a code of ordinary size can no longer be told. */
const MIN_SCALE = 0.4;
/** Milliseconds for all pages. */
const TIME_LIMIT = 8000;

/** Draws the first pages of a PDF, one after the other, and reads the first QR code on each. */
export async function codesOnPages(pdf: PdfDocument): Promise<PagesSeen> {
  const until = performance.now() + TIME_LIMIT;
  const codes: string[] = [];
  const gaps = new Set<PdfGap>();
  if (pdf.numPages > MAX_DRAWN) gaps.add('many-pages');
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_DRAWN); number += 1) {
    const page = await pdf.getPage(number).catch(() => null);
    const drawn = page === null ? 'unseen-page' : await draw(page, until);
    page?.cleanup();
    if (typeof drawn === 'string') gaps.add(drawn);
    if (drawn === 'too-heavy') break;
    const code = typeof drawn === 'string' ? null : await findCode(drawn.canvas, () => Promise.resolve(decodeQr));
    if (code !== null) codes.push(code);
    else if (typeof drawn !== 'string' && drawn.scale < MIN_SCALE) gaps.add('unseen-page');
  }
  return { codes, gaps: [...gaps] };
}

/** A page as a picture; why not, where it cannot be drawn. */
async function draw(page: PdfPage, until: number): Promise<{ readonly canvas: OffscreenCanvas; readonly scale: number } | PdfGap> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(MAX_SCALE, EDGE / Math.max(width, height));
  if (!(scale > 0)) return 'unseen-page';
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const canvasContext = canvas.getContext('2d', { willReadFrequently: true });
  if (canvasContext === null) return 'unseen-page';
  const drawing = page.render({ canvasContext, viewport });
  let late = false;
  drawing.onContinue = (goOn) => {
    late = performance.now() > until;
    // A pause of no length lets the page end this worker.
    if (late) drawing.cancel();
    else setTimeout(goOn);
  };
  const done = await drawing.promise.then(
    () => true,
    () => false,
  );
  if (late || performance.now() > until) return 'too-heavy';
  return done ? { canvas, scale } : 'unseen-page';
}
