import type { PdfReading } from './read-pdf.js';

/** A PDF that takes longer is given up. */
const TIMEOUT = 20_000;

/** Reads a PDF in a worker of its own, which is loaded when the first one comes. What was read before it was given up counts. */
export function openPdf(bytes: Uint8Array): Promise<PdfReading> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PdfReading>((resolve) => {
    let last: PdfReading | null = null;
    const end = (reading: PdfReading): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(reading);
    };
    const giveUp = (code: 'broken' | 'too-heavy'): void =>
      end(last?.ok ? { ok: true, content: { ...last.content, gaps: [...last.content.gaps, 'too-heavy'] } } : { ok: false, code });
    const timer = setTimeout(() => giveUp('too-heavy'), TIMEOUT);
    worker.addEventListener('message', ({ data }: MessageEvent<{ readonly reading?: PdfReading; readonly end?: true }>) => {
      last = data.reading ?? last;
      if (data.end === true) end(last ?? { ok: false, code: 'broken' });
    });
    worker.addEventListener('error', () => giveUp('broken'));
    worker.postMessage({ pdf: bytes });
  });
}
