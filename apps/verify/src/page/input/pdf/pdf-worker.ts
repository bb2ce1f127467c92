import { boundBuffers, withTooMuch } from './bounded-buffers.js';
import { codesOnPages } from './codes-on-pages.js';
import { readPdf } from './read-pdf.js';

const { wantedTooMuch } = boundBuffers();

// In a worker, a hostile PDF blocks neither the page nor its checks.
// PDF.js takes any worker that it is loaded in for its own and speaks on the same line, so our messages have a name.
addEventListener('message', async ({ data }: MessageEvent<{ readonly pdf?: Uint8Array }>) => {
  if (data.pdf === undefined) return;
  for await (const reading of readPdf(data.pdf, codesOnPages)) postMessage({ reading: wantedTooMuch() ? withTooMuch(reading) : reading });
  postMessage({ end: true });
});
