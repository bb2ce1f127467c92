import type { PdfReading } from './read-pdf.js';

/** Reads a PDF in the page itself: a copy of the page on a disk has no second file that a worker could be. */
export async function openPdf(bytes: Uint8Array): Promise<PdfReading> {
  const [{ readWholePdf }, { codesOnPages }] = await Promise.all([import('./read-pdf.js'), import('./codes-on-pages.js')]);
  return readWholePdf(bytes, codesOnPages);
}
