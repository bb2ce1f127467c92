// Before PDF.js, which is bounded by it.
import { wantedTooMuch } from './bounded-buffers.js';
import { codesOnPages } from './codes-on-pages.js';
import { type PdfReading, readPdf } from './read-pdf.js';

/** PDF.js goes on without what it could not unpack, and does not tell. */
function told(reading: PdfReading): PdfReading {
  if (!wantedTooMuch()) return reading;
  return reading.ok
    ? { ok: true, content: { ...reading.content, gaps: [...reading.content.gaps, 'too-heavy'] } }
    : { ok: false, code: 'too-heavy' };
}

// In a worker, a hostile PDF blocks neither the page nor its checks.
// PDF.js takes any worker that it is loaded in for its own and speaks on the same line, so our messages have a name.
addEventListener('message', async ({ data }: MessageEvent<{ readonly pdf?: Uint8Array }>) => {
  if (data.pdf === undefined) return;
  for await (const reading of readPdf(data.pdf, codesOnPages)) postMessage({ reading: told(reading) });
  postMessage({ end: true });
});
