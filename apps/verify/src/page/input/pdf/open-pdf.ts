import type { PdfReading } from './read-pdf.js';

/** A PDF that takes longer is given up. */
const TIMEOUT = 30_000;

/** Reads a PDF in a worker of its own, which is loaded when the first one comes. */
export function openPdf(bytes: Uint8Array): Promise<PdfReading> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PdfReading>((resolve) => {
    const end = (reading: PdfReading): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(reading);
    };
    const timer = setTimeout(() => end({ ok: false, code: 'broken' }), TIMEOUT);
    worker.addEventListener('message', ({ data }: MessageEvent<{ readonly reading?: PdfReading }>) => {
      if (data.reading !== undefined) end(data.reading);
    });
    worker.addEventListener('error', () => end({ ok: false, code: 'broken' }));
    worker.postMessage({ pdf: bytes });
  });
}
