import type { PdfReading } from './read-pdf.js';

/**
 * Reads a PDF in the page itself: a copy of the page on a disk has no second file that a worker could be. Pages, drawings and buffers have the limits that they
 * have in the worker. What is missing is its end: one page that PDF.js does not finish stops the window that shows this copy, and nothing else.
 */
export function openPdf(bytes: Uint8Array): Promise<PdfReading> {
  // One after the other: the bound of buffers holds for the whole page.
  const reading = before.then(() => readHere(bytes));
  before = reading.catch(() => undefined);
  return reading;
}

let before: Promise<unknown> = Promise.resolve();

async function readHere(bytes: Uint8Array): Promise<PdfReading> {
  const [{ readWholePdf }, { codesOnPages }, { boundBuffers, withTooMuch }] = await Promise.all([
    import('./read-pdf.js'),
    import('./codes-on-pages.js'),
    import('./bounded-buffers.js'),
  ]);
  const buffers = boundBuffers();
  try {
    const reading = await readWholePdf(bytes, codesOnPages);
    return buffers.wantedTooMuch() ? withTooMuch(reading) : reading;
  } finally {
    buffers.end();
  }
}
