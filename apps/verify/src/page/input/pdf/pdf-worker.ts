import { readPdf } from './read-pdf.js';

// Away from the page: a PDF that makes the reader slow or breaks it stops neither the page nor what is checked there.
// PDF.js takes any worker that it is loaded in for its own and speaks on the same line, so our messages have a name.
addEventListener('message', async ({ data }: MessageEvent<{ readonly pdf?: Uint8Array }>) => {
  if (data.pdf !== undefined) postMessage({ reading: await readPdf(data.pdf) });
});
