import { readPdf } from './read-pdf.js';

// In a worker, a hostile PDF blocks neither the page nor its checks.
// PDF.js takes any worker that it is loaded in for its own and speaks on the same line, so our messages have a name.
addEventListener('message', async ({ data }: MessageEvent<{ readonly pdf?: Uint8Array }>) => {
  if (data.pdf !== undefined) postMessage({ reading: await readPdf(data.pdf) });
});
